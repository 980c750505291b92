package io.flywheel.performance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A share with its 95 % interval after Wilson, which stays within 0 and 1 and is honest for few trials.
 *
 * @param rate hits / trials, as the bounds a ratio with 5 digits half up; null without a trial
 */
public record Wilson(
        long hits,
        long trials,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {
    private static final double Z = 1.959963984540054;
    private static final int DIGITS = 5;

    public static Wilson of(long hits, long trials) {
        if (trials == 0) {
            return new Wilson(hits, trials, null, null, null);
        }
        double share = (double) hits / trials;
        double square = Z * Z;
        double middle = share + square / (2 * trials);
        double spread = Z * Math.sqrt(share * (1 - share) / trials + square / (4.0 * trials * trials));
        double whole = 1 + square / trials;
        return new Wilson(
                hits,
                trials,
                Exact.round(Exact.divide(BigDecimal.valueOf(hits), BigDecimal.valueOf(trials)), DIGITS),
                bound((middle - spread) / whole),
                bound((middle + spread) / whole));
    }

    private static BigDecimal bound(double bound) {
        return Exact.round(BigDecimal.valueOf(Math.clamp(bound, 0, 1)), DIGITS);
    }
}
