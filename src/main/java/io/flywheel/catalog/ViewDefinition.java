package io.flywheel.catalog;

import io.flywheel.kernel.Label;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to look at the records of one object.
 *
 * @param columns paths to show, in their order
 * @param where condition, or null for all
 * @param order field paths, a minus in front for descending
 * @param shared whether all members may use it
 * @param board how its cards and columns look, if it is a board that says so
 * @param calendar where its records stand in time, if it is a calendar
 */
public record ViewDefinition(
        String name,
        String object,
        Label label,
        Type type,
        List<String> columns,
        @Nullable String where,
        List<String> order,
        boolean shared,
        @Nullable Board board,
        @Nullable Calendar calendar) {
    /**
     * @param column the choice field whose options are the columns; null = the stage
     * @param sums fields whose sums stand above each column
     * @param card part (title, second, amount, owner, date, percent) → path
     * @param limits option → how many cards are meant to stand in its column at most
     */
    public record Board(
            @Nullable String column, List<String> sums, Map<String, String> card, Map<String, Integer> limits) {}

    /**
     * @param start a date or a moment
     * @param end of the same type; null = it has no length
     * @param time a text with a time of day; null = none
     * @param colour a choice field; null = all look alike
     */
    public record Calendar(
            String start,
            @Nullable String end,
            @Nullable String time,
            @Nullable String colour) {}

    public enum Type {
        LIST,
        BOARD,
        CALENDAR
    }
}
