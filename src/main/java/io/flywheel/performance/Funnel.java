package io.flywheel.performance;

import io.flywheel.kernel.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records walked along a stage path within a period, from the events that tell each move, compared with the year
 * before the period (four quarters).
 *
 * <p>What is counted. <em>Entered</em>: the records that moved into the stage within the period, each once, however
 * often it came back. <em>Left</em>: the records that were decided in the stage within the period, each once, by its
 * last move out of it: to a stage further along the path (went on) or to one that ends it otherwise (lost). A record
 * that still is in the stage is not counted as lost, nor is one that went back to an earlier stage: both are undecided.
 * The conversion is went on / (went on + lost). Whether a record was won in the end is seen at the last stage. A move
 * past a stage counts as going on from the one it left, and enters only the one it reached.
 *
 * @param amount the field that is summed; null = none, or hidden
 * @param before the year whose rates are the baseline
 * @param steps the open stages in the path's order, then the one that wins
 */
public record Funnel(
        String object,
        MetricValues.Span period,
        MetricValues.Span before,
        @Nullable String amount,
        List<Step> steps,
        long version,
        Instant at) {

    /**
     * @param entered how many, {@code sum} of their amounts as they are now; null without an amount
     * @param conversion to anything further along; of the stage that wins nobody leaves
     * @param baseline the same in the year before
     * @param verdict {@code below} or {@code above} when the interval lies wholly beside the baseline's rate,
     *     {@code within} when it holds it, {@code few} when fewer than 20 were decided now or before
     */
    public record Step(
            String stage,
            String outcome,
            long entered,
            @Nullable BigDecimal sum,
            Wilson conversion,
            Wilson baseline,
            Verdict verdict) {}

    public enum Verdict {
        BELOW,
        WITHIN,
        ABOVE,
        FEW;

        static final long LEAST = 20;

        public static Verdict of(Wilson now, Wilson before) {
            BigDecimal rate = before.rate();
            BigDecimal low = now.low();
            BigDecimal high = now.high();
            if (rate == null || low == null || high == null || now.trials() < LEAST || before.trials() < LEAST) {
                return FEW;
            }
            return high.compareTo(rate) < 0 ? BELOW : low.compareTo(rate) > 0 ? ABOVE : WITHIN;
        }
    }

    /** Answers it in one statement, or two when the year before is not remembered, which it is for an hour. */
    public interface Reader {
        /**
         * @param period as {@link Period} reads it, with both ends
         * @param where a condition over the object's records, or null
         * @throws io.flywheel.kernel.Problem.NotFound if the actor sees no such object, or it has no path with events
         */
        Funnel of(Actor actor, String object, String period, @Nullable String where);
    }
}
