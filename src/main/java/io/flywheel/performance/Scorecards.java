package io.flywheel.performance;

import io.flywheel.kernel.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did how well, and why: scores of members by scorecard and period. A constant number of statements each. */
public interface Scorecards {
    List<About> list(Actor actor);

    /**
     * @param period as {@link Period} reads it
     * @throws io.flywheel.kernel.Problem.NotFound if there is no such scorecard
     */
    Board board(Actor actor, String scorecard, String period);

    /** One member's row with the whole arithmetic; also refused if the member is not on the board. */
    Sheet sheet(Actor actor, String scorecard, UUID member, String period);

    record About(String name, String label, @Nullable String description, String period, List<LineAbout> lines) {}

    /** @param against {@code own}, {@code none}, or the fixed target as a number */
    record LineAbout(
            MetricValues.About metric,
            BigDecimal weight,
            @Nullable String group,
            String against,
            String rule) {}

    /** @param rows the best first */
    record Board(About scorecard, MetricValues.Span period, List<Row> rows, long version, Instant at) {}

    /**
     * @param rank shared by equal scores, the next is skipped; null without a score
     * @param score rounded half up once; null = nothing counts
     */
    record Row(
            @Nullable Integer rank,
            Metrics.Named member,
            Metrics.@Nullable Named team,
            @Nullable BigDecimal score,
            List<Line> lines) {}

    /**
     * @param actual the metric's value
     * @param attainment ratio, 4 digits; null = none
     * @param score 4 digits; null = left out
     * @param points what the line adds to the score before rounding, 4 digits
     */
    record Line(
            String metric,
            BigDecimal weight,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal attainment,
            @Nullable BigDecimal score,
            BigDecimal points,
            boolean few) {}

    /** @param ranked how many have a rank */
    record Sheet(
            About scorecard,
            MetricValues.Span period,
            Row row,
            long ranked,
            List<Explanation> lines,
            List<Words> total,
            long version,
            Instant at) {}

    /**
     * Where a line's figures come from.
     *
     * @param steps from the records to the score
     * @param records how many count; the path lists them
     */
    record Explanation(
            String metric,
            String label,
            String description,
            String expression,
            @Nullable String where,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            BigDecimal records,
            String recordsPath,
            List<Words> steps) {}

    /** A step as data and in words. */
    record Words(Step step, String text) {}
}
