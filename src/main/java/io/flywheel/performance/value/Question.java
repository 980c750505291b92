package io.flywheel.performance.value;

import io.flywheel.performance.Grain;
import io.flywheel.performance.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about some metrics.
 *
 * @param grain cuts the period; null = whole
 * @param today in the workspace's zone: a stock is never counted on a later day
 */
record Question(Period period, By by, @Nullable Grain grain, LocalDate today) {
    /** The day a stock is counted on when the period is not cut. */
    LocalDate asOf() {
        LocalDate last = period.last();
        return last == null || last.isAfter(today) ? today : last;
    }
}
