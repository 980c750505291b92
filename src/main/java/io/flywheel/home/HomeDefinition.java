package io.flywheel.home;

import io.flywheel.kernel.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on somebody's first page.
 *
 * @param roles whose home it is; empty = everybody's
 * @param order among the homes of one reader, the smallest first
 * @param period the grain its figures are read at: month, quarter or year
 * @param headline what is the case, in one sentence; null = none
 */
public record HomeDefinition(
        String name,
        Label label,
        List<String> roles,
        int order,
        String period,
        @Nullable Headline headline,
        List<Tile> tiles) {
    public static final String KIND = "home";

    /**
     * A sentence with slots in braces, filled from how one member or team stands by a metric.
     *
     * @param by {@code member} or {@code team}: the reader's own
     * @param ahead when the pace is kept, {@code behind} when not, {@code plain} without a target
     */
    public record Headline(String metric, String by, Label ahead, Label behind, Label plain) {
        /** What a sentence may name. */
        public static final List<String> SLOTS =
                List.of("period", "whose", "elapsed", "value", "target", "attainment", "gap", "needed", "left");
    }

    public enum Type {
        /** how the reader stands against a target, with the pace */
        ATTAINMENT,
        /** metrics beside those of the span before */
        METRIC,
        /** the first records of a list */
        LIST,
        /** what is to be done, by the day it is due */
        TASKS,
        /** how records walked along their stages */
        FUNNEL,
        /** who is where by a metric */
        RANKING,
        /** a metric divided by an expression, as bars */
        CHART
    }

    /**
     * One tile; what its type has no use for is null or empty.
     *
     * @param width {@code main}, {@code side} for the narrow column beside it, or {@code wide} across both
     * @param by {@code member}, {@code team} or, where nobody is ranked, {@code all}
     * @param order of a ranking: {@code value} or {@code attainment}
     * @param view whose object, condition, columns and order are shown
     * @param sort of a list without a view, as a view's
     * @param due the field with the day something is due
     * @param groupBy expression over the metric's records
     * @param limit rows shown at most
     */
    public record Tile(
            String name,
            Type type,
            Label label,
            String width,
            List<String> metrics,
            String by,
            String order,
            @Nullable String view,
            @Nullable String object,
            @Nullable String where,
            List<String> columns,
            List<String> sort,
            @Nullable String due,
            @Nullable String groupBy,
            int limit) {}
}
