package io.flywheel.performance;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a target was reached, in percent.
 *
 * <p>More is better: actual / target. Less is better: 2 − actual / target, so that the target itself is 100 %, half of
 * it 150 %, twice of it 0 %, and nothing is ever infinite. Without a target, with a target of 0, or without an actual
 * value there is no attainment; an actual of 0 against a target is 0 %.
 *
 * @param percent not rounded; null = none
 */
public record Attainment(@Nullable BigDecimal percent, Step step) {

    public static Attainment of(@Nullable BigDecimal actual, @Nullable BigDecimal target, Direction direction) {
        if (target == null) {
            return none("performance.step.no-target");
        }
        if (target.signum() == 0) {
            return none("performance.step.target-zero");
        }
        if (actual == null) {
            return none("performance.step.no-actual");
        }
        BigDecimal share = Exact.divide(actual, target).multiply(Exact.HUNDRED);
        return switch (direction) {
            case MORE -> reached("performance.step.attainment", share, actual, target);
            case LESS ->
                reached(
                        "performance.step.attainment-less",
                        Exact.HUNDRED.add(Exact.HUNDRED).subtract(share),
                        actual,
                        target);
        };
    }

    private static Attainment none(String why) {
        return new Attainment(null, new Step(why, Map.of(), null));
    }

    private static Attainment reached(String code, BigDecimal percent, BigDecimal actual, BigDecimal target) {
        Map<String, Object> inputs = Map.of("actual", Exact.plain(actual), "target", Exact.plain(target));
        return new Attainment(percent, new Step(code, inputs, Exact.round(percent, 4)));
    }
}
