package io.flywheel.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How figures about people are computed: 34 significant digits on the way, one rounding half up at the end. */
public final class Exact {
    public static final MathContext WAY = new MathContext(34, RoundingMode.HALF_UP);
    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Exact() {}

    /** @param divisor not zero */
    public static BigDecimal divide(BigDecimal value, BigDecimal divisor) {
        return value.divide(divisor, WAY);
    }

    public static BigDecimal round(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_UP);
    }

    /** Without trailing zeros and without an exponent: {@code 80}, not {@code 8E+1}. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
