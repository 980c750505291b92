package io.flywheel.performance;

import io.flywheel.kernel.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number, defined once: what is counted, when, and for whom.
 *
 * @param description the definition in words
 * @param where which records count; null = all
 * @param date the field whose day decides the period; null only for a stock
 * @param member path to the credited member; null = credited to nobody
 * @param territory path to the territory; null = none
 * @param digits kept after the point, half up, once, at the end
 * @param zeroWhenEmpty nothing to count is 0; otherwise there is no value
 * @param credit which team an event counts for
 * @param minimum below this many records a value is marked as resting on few
 * @param rows paths shown for the records behind the number; empty = the object's own
 */
public record MetricDefinition(
        String name,
        Label label,
        Label description,
        String object,
        @Nullable String where,
        Measure measure,
        @Nullable String date,
        @Nullable String member,
        @Nullable String territory,
        Unit unit,
        int digits,
        Direction direction,
        boolean zeroWhenEmpty,
        Aggregation aggregation,
        Credit credit,
        int minimum,
        List<String> rows) {
    /** The kind of definition that it is. */
    public static final String KIND = "metric";

    public sealed interface Measure {
        /** @param expression over the group, such as {@code sum(amount)} */
        record Single(String expression) implements Measure {}

        /** Of two sums, never a mean of ratios; no value where the denominator is 0. */
        record Ratio(String numerator, String denominator) implements Measure {}

        default List<String> expressions() {
            return switch (this) {
                case Single single -> List.of(single.expression());
                case Ratio ratio -> List.of(ratio.numerator(), ratio.denominator());
            };
        }
    }

    /** Of the value; a RATIO of 0.25 is shown as 25 %. */
    public enum Unit {
        MONEY,
        COUNT,
        NUMBER,
        RATIO,
        DAYS,
        MINUTES,
        POINTS
    }

    public enum Credit {
        /** the team the member was in on the day of the event; an event outside every membership: today's team */
        AT_EVENT,
        /** the team the member is in today */
        CURRENT
    }
}
