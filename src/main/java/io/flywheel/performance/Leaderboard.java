package io.flywheel.performance;

import io.flywheel.kernel.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is where by one metric, and where in the span before.
 *
 * @param order {@code value} or {@code attainment}
 * @param elapsed which share of the period is over, for a mark of the pace; null if the period is open
 * @param rows the best first; who has neither a record nor a target does not take part
 */
public record Leaderboard(
        MetricValues.About metric,
        MetricValues.Span period,
        MetricValues.@Nullable Span formerPeriod,
        String by,
        String order,
        @Nullable BigDecimal elapsed,
        List<Row> rows,
        long version,
        Instant at) {

    /**
     * @param place shared by equal figures, the next is skipped; null without a figure
     * @param formerPlace in the span before; null = did not take part
     * @param moved how many places up, negative down; null if one of the two is missing
     */
    public record Row(
            @Nullable Integer place,
            Metrics.Named key,
            MetricValues.Figure figure,
            @Nullable Integer formerPlace,
            MetricValues.@Nullable Figure former,
            @Nullable Integer moved) {}

    /** Answers it in a constant number of statements. */
    public interface Reader {
        /**
         * @param period as {@link Period} reads it
         * @param by {@code member}, or {@code team}: those that have no team below them
         * @param order {@code value}, the better first, or {@code attainment}
         * @throws io.flywheel.kernel.Problem.NotFound if there is no such metric for the actor
         */
        Leaderboard of(Actor actor, String metric, String period, String by, String order);
    }
}
