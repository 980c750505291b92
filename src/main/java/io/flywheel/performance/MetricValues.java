package io.flywheel.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one metric.
 *
 * @param by what it is divided by, null = nothing
 * @param basis {@code own}, or {@code territory}: of a member's territories
 * @param rows in order: members by name, teams and territories from the top down, other groups by themselves
 * @param total of everything the actor may see; null if the period is cut
 * @param version of the definitions it was computed with, {@code at} the time
 */
public record MetricValues(
        About metric,
        Span period,
        @Nullable String by,
        String basis,
        @Nullable String grain,
        List<Row> rows,
        @Nullable Figure total,
        long version,
        Instant at) {

    /**
     * A metric's definition, in the reader's language.
     *
     * @param expression the measure as it is defined
     */
    public record About(
            String name,
            String label,
            String description,
            String object,
            String expression,
            @Nullable String where,
            @Nullable String date,
            String unit,
            int digits,
            String direction,
            String aggregation,
            String credit,
            String rounding) {}

    /** @param last the last day, included; null = open */
    public record Span(
            String text,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /**
     * @param key a {@link Metrics.Named}, or the value of a dimension; null = none
     * @param depth how far below the top of its tree; 0 outside trees
     */
    public record Row(
            @Nullable Object key, int depth, @Nullable String period, Figure figure) {}

    /**
     * @param value rounded half up once; null = no value
     * @param denominator null if the metric is no ratio
     * @param records how many count
     * @param few fewer than the metric's minimum
     * @param target of the same interval; null = none, which is not 0
     * @param attainment actual / target as a ratio, 4 digits half up
     */
    public record Figure(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            BigDecimal records,
            boolean few,
            @Nullable BigDecimal target,
            @Nullable BigDecimal attainment) {}
}
