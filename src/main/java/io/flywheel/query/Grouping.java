package io.flywheel.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate over one object's records.
 *
 * @param groupBy row expressions, such as {@code stage}, {@code quarter(close_date)}, {@code owner.team}
 * @param measures name → aggregate expression, such as {@code sum(amount where stage = "won")}
 * @param groupNames what each group is called in the answer and in the order; its expression if there are none
 * @param order names of groups or measures; then by the groups in their order, nulls last
 * @param limit 1 to 10,000 rows; 0 = all, and a fault if there are more than 10,000
 */
public record Grouping(
        String object,
        @Nullable String where,
        List<String> groupBy,
        List<String> groupNames,
        Map<String, String> measures,
        List<Selection.Order> order,
        int limit) {

    /** Groups that are called by their expressions. */
    public Grouping(
            String object,
            @Nullable String where,
            List<String> groupBy,
            Map<String, String> measures,
            List<Selection.Order> order,
            int limit) {
        this(object, where, groupBy, groupBy, measures, order, limit);
    }
}
