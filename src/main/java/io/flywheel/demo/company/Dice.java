package io.flywheel.demo.company;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chance, from a seed. Each part of the story has dice of its own, so that a change in one leaves the others alone. */
final class Dice {
    private final Random random;

    Dice(long seed, String part) {
        random = new Random(seed * 31 + part.hashCode());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double around(double mean, double deviation) {
        return mean + random.nextGaussian() * deviation;
    }

    /** Log-normal: mostly near the median, now and then far above it. */
    double skewed(double median, double sigma) {
        return median * Math.exp(random.nextGaussian() * sigma);
    }

    /** Poisson. */
    int count(double mean) {
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; count++) {
            product *= random.nextDouble();
        }
        return Math.max(count, 0);
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    BigDecimal whole(int low, int high) {
        return BigDecimal.valueOf(between(low, high));
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The first ones far likelier than the last. */
    <T> T likelyFirst(List<T> list) {
        return list.get((int) (list.size() * Math.pow(random.nextDouble(), 2.2)));
    }

    String weighted(Map<String, Double> weights) {
        double left = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        String last = "";
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            last = entry.getKey();
            left -= entry.getValue();
            if (left < 0) {
                break;
            }
        }
        return last;
    }
}
