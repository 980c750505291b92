package io.flywheel.kernel;

import java.util.Map;

/**
 * One thing wrong with what was given.
 *
 * @param path where, such as {@code records[3].amount} or {@code fields.total.expression}; empty = the whole
 * @param code what, as {@code module.what-is-wrong}; its words are in {@code texts/<module>.<language>.properties}
 * @param arguments what the words name, by {@code {name}}; a {@link Label} is shown in the reader's language
 */
public record Fault(String path, String code, Map<String, Object> arguments) {
    public Fault {
        arguments = Map.copyOf(arguments);
    }

    public static Fault of(String path, String code) {
        return new Fault(path, code, Map.of());
    }

    public static Fault of(String path, String code, String name, Object value) {
        return new Fault(path, code, Map.of(name, value));
    }

    public static Fault of(String path, String code, String name, Object value, String name2, Object value2) {
        return new Fault(path, code, Map.of(name, value, name2, value2));
    }

    /** The same fault seen from outside: {@code amount} within {@code records[3]} is {@code records[3].amount}. */
    public Fault within(String outer) {
        String joined = path.isEmpty() ? outer : path.startsWith("[") ? outer + path : outer + "." + path;
        return new Fault(outer.isEmpty() ? path : joined, code, arguments);
    }

    public String message(Language language) {
        return Texts.text(language, code, arguments);
    }
}
