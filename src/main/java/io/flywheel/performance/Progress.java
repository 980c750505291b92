package io.flywheel.performance;

import io.flywheel.kernel.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one member or team stands against a target within a period.
 *
 * @param of whose; null = of everything the actor may see, against the sum of what the uppermost teams are to reach
 * @param former the value of the span before, up to as many days as are over of this one
 * @param formerPeriod that span; null if the period is open
 * @param pace null if the metric is none that grows evenly towards a target: a ratio, a stock, or less is better; or if
 *     the period is open
 * @param course the value so far at the end of each day (up to a month) or week; empty for what does not add up
 */
public record Progress(
        MetricValues.About metric,
        MetricValues.Span period,
        String by,
        Metrics.@Nullable Named of,
        MetricValues.Figure figure,
        MetricValues.@Nullable Figure former,
        MetricValues.@Nullable Span formerPeriod,
        @Nullable Pace pace,
        List<Point> course,
        long version,
        Instant at) {

    /** @param day the last day that is counted in {@code value} */
    public record Point(LocalDate day, @Nullable BigDecimal value) {}

    /** Answers it in a constant number of statements. */
    public interface Reader {
        /**
         * @param period as {@link Period} reads it
         * @param by {@code member}, {@code team}, or {@code all}: everything in sight
         * @param key whose; null = the actor's own, and of teams the uppermost he leads, else the one he is in
         * @throws io.flywheel.kernel.Problem.NotFound if there is no such metric, member or team for the actor
         */
        Progress of(Actor actor, String metric, String period, String by, @Nullable UUID key);
    }
}
