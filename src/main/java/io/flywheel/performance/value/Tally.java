package io.flywheel.performance.value;

import io.flywheel.performance.Exact;
import io.flywheel.performance.MetricDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What was counted for one metric in one group.
 *
 * @param first the measure, or the numerator
 * @param second the denominator, null if the measure is no ratio
 * @param rows how many records count
 */
public record Tally(@Nullable BigDecimal first, @Nullable BigDecimal second, BigDecimal rows) {
    static final Tally EMPTY = new Tally(null, null, BigDecimal.ZERO);

    Tally plus(Tally other) {
        return new Tally(sum(first, other.first), sum(second, other.second), rows.add(other.rows));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    /** Rounded half up, once; null = no value. */
    public @Nullable BigDecimal value(MetricDefinition metric) {
        BigDecimal exact = exact(metric);
        if (exact == null) {
            return metric.zeroWhenEmpty() ? new BigDecimal(BigInteger.ZERO, metric.digits()) : null;
        }
        return Exact.round(exact, metric.digits());
    }

    private @Nullable BigDecimal exact(MetricDefinition metric) {
        return switch (metric.measure()) {
            case MetricDefinition.Measure.Single single -> rows.signum() == 0 ? null : first;
            case MetricDefinition.Measure.Ratio ratio ->
                first == null || second == null || second.signum() == 0 ? null : Exact.divide(first, second);
        };
    }
}
