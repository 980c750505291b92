package io.flywheel.exchange.mapping;

import io.flywheel.exchange.file.Columns;
import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a file as an expression names them: {@code Unit Price} is {@code Unit_Price} or {@code unit_price}, and
 * the third column is {@code column3} too. All are texts; an empty cell is null.
 */
public final class ColumnNames implements Names {
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    public ColumnNames(Columns file) {
        for (int i = 0; i < file.count(); i++) {
            columns.putIfAbsent(identifier(file.names().get(i)), i);
        }
        for (int i = 0; i < file.count(); i++) {
            columns.putIfAbsent(identifier(file.names().get(i)).toLowerCase(java.util.Locale.ROOT), i);
            columns.putIfAbsent("column" + (i + 1), i);
        }
    }

    private static String identifier(String name) {
        String joined = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
        return joined.isEmpty() || Character.isDigit(joined.charAt(0)) ? "_" + joined : joined;
    }

    /** The column's index from 0. */
    public int index(String name) {
        return columns.getOrDefault(name, -1);
    }

    @Override
    public Optional<Type> field(String name) {
        return columns.containsKey(name) ? Optional.of(new Type.Text()) : Optional.empty();
    }

    @Override
    public Optional<Names> through(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Names> children(String name) {
        return Optional.empty();
    }

    @Override
    public Collection<String> all() {
        return columns.keySet();
    }
}
