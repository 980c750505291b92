package io.flywheel.formula.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every function by name; case does not matter, as in a spreadsheet. */
public final class Functions {
    private static final Map<String, Form> ALL = new LinkedHashMap<>();
    private static final Collection<String> NAMES;

    static {
        Map<String, Form> named = new LinkedHashMap<>();
        named.putAll(SpecialForms.all());
        named.putAll(NumberForms.all());
        named.putAll(TextForms.all());
        named.putAll(DateForms.all());
        named.forEach((name, form) -> ALL.put(name.toLowerCase(Locale.ROOT), form));
        NAMES = Stream.concat(named.keySet().stream(), Aggregates.names().stream())
                .distinct()
                .toList();
    }

    private Functions() {}

    static Optional<Form> find(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }

    /** As they are written in documents: {@code addDays}. */
    public static Collection<String> names() {
        return NAMES;
    }
}
