package io.flywheel.query;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some records of one object.
 *
 * @param where a condition of the expression language, or null for all
 * @param order field paths, each with its direction; the id is always the last key
 * @param fields paths to answer; empty = all own fields that may be seen
 * @param limit 1 to 500
 * @param after the signed cursor of the page before, or null
 */
public record Selection(
        String object,
        @Nullable String where,
        List<Order> order,
        List<String> fields,
        int limit,
        @Nullable String after,
        Count count) {

    /** Nulls come last in both directions. */
    public record Order(String path, boolean descending) {}

    /** Names in a text, with commas between them; a blank text holds none. */
    public static List<String> names(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    public enum Count {
        NONE,
        EXACT,
        ESTIMATE
    }
}
