package io.flywheel.performance.definition;

import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The names of an object, and {@code asOf}: the day a stock is counted on. */
public record StockNames(Names object) implements Names {
    public static final String AS_OF = "asOf";

    @Override
    public Optional<Type> field(String name) {
        return name.equals(AS_OF) ? Optional.of(new Type.Date()) : object.field(name);
    }

    @Override
    public Optional<Names> through(String name) {
        return object.through(name);
    }

    @Override
    public Optional<Names> children(String name) {
        return object.children(name);
    }

    @Override
    public Collection<String> all() {
        List<String> all = new ArrayList<>(object.all());
        all.add(AS_OF);
        return all;
    }
}
