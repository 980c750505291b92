package io.flywheel.performance.value;

import io.flywheel.kernel.Problem;
import io.flywheel.performance.Grain;
import io.flywheel.performance.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about some metrics.
 *
 * @param grain cuts the period; null = whole
 * @param today in the workspace's zone: a stock is never counted on a later day
 */
record Question(Period period, By by, @Nullable Grain grain, LocalDate today) {
    /** Ten years of days: what is answered per span must stay small enough to be held. */
    private static final long MOST_SPANS = 4_000;

    Question {
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (grain != null && from != null && to != null) {
            long spans = ChronoUnit.DAYS.between(from, to) / ChronoUnit.DAYS.between(from, grain.next(from));
            if (spans > MOST_SPANS) {
                throw new Problem.Malformed(
                        "performance.too-many-spans",
                        Map.of("period", period.text(), "grain", grain.text(), "most", MOST_SPANS));
            }
        }
    }

    /** The day a stock is counted on when the period is not cut. */
    LocalDate asOf() {
        LocalDate last = period.last();
        return last == null || last.isAfter(today) ? today : last;
    }
}
