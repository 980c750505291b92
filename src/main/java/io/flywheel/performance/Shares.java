package io.flywheel.performance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides an amount so that the rounded parts add up to the whole (largest remainder). */
public final class Shares {
    private Shares() {}

    /**
     * @param total with at most {@code digits} after the point
     * @param weights not negative, at least one above 0
     * @return one part per weight, in their order, each within one last digit of its exact share; a last digit that is
     *     left over goes to the largest remainders, the earlier one when they are equal
     */
    public static List<BigDecimal> of(BigDecimal total, List<BigDecimal> weights, int digits) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("weights " + weights + " give nobody a share");
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
        BigInteger units =
                total.divide(unit).setScale(0, RoundingMode.UNNECESSARY).toBigIntegerExact();
        List<BigInteger[]> split = weights.stream()
                .map(weight -> divided(units.abs(), weight, sum))
                .toList();
        BigInteger given = split.stream().map(part -> part[0]).reduce(BigInteger.ZERO, BigInteger::add);
        int left = units.abs().subtract(given).intValueExact();
        List<Integer> favoured = IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(i -> split.get(i)[1])
                        .reversed())
                .limit(left)
                .toList();
        List<BigDecimal> parts = new ArrayList<>(weights.size());
        for (int i = 0; i < weights.size(); i++) {
            BigInteger part = favoured.contains(i) ? split.get(i)[0].add(BigInteger.ONE) : split.get(i)[0];
            parts.add(new BigDecimal(units.signum() < 0 ? part.negate() : part, digits));
        }
        return parts;
    }

    /** Whole units and the remainder, over one common denominator. */
    private static BigInteger[] divided(BigInteger units, BigDecimal weight, BigDecimal sum) {
        int scale = Math.max(weight.scale(), sum.scale());
        BigInteger numerator = weight.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger denominator = sum.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        return units.multiply(numerator).divideAndRemainder(denominator);
    }
}
