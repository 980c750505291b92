package io.flywheel.catalog;

import io.flywheel.kernel.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to look at the records of one object.
 *
 * @param columns paths to show, in their order
 * @param where condition, or null for all
 * @param order field paths, a minus in front for descending
 * @param shared whether all members may use it
 */
public record ViewDefinition(
        String name,
        String object,
        Label label,
        Type type,
        List<String> columns,
        @Nullable String where,
        List<String> order,
        boolean shared) {
    public enum Type {
        LIST,
        BOARD,
        CALENDAR
    }
}
