package io.flywheel.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate over one object's records.
 *
 * @param groupBy row expressions, such as {@code stage}, {@code quarter(close_date)}, {@code owner.team}
 * @param measures name → aggregate expression, such as {@code sum(amount where stage = "won")}
 * @param order names of groups or measures
 */
public record Grouping(
        String object,
        @Nullable String where,
        List<String> groupBy,
        Map<String, String> measures,
        List<Selection.Order> order,
        int limit) {}
