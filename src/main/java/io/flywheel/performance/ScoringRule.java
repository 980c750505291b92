package io.flywheel.performance;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a percentage (an attainment, or a value itself) becomes a score. A score of 100 is "as expected". Every rule
 * answers for every input, and none loses digits: rounding is left to the total.
 */
public sealed interface ScoringRule {

    /** The score, with the arithmetic that led to it. */
    Scored score(BigDecimal percent);

    /** Everything wrong with the rule itself. */
    void check(String path, Faults faults);

    record Scored(BigDecimal score, Step step) {}

    /** 0 points at {@code zeroAt}, 100 at {@code fullAt}, a straight line through both, held within floor and cap. */
    record Linear(BigDecimal zeroAt, BigDecimal fullAt, BigDecimal floor, BigDecimal cap) implements ScoringRule {
        @Override
        public Scored score(BigDecimal percent) {
            BigDecimal line = Exact.divide(percent.subtract(zeroAt).multiply(Exact.HUNDRED), fullAt.subtract(zeroAt));
            BigDecimal score = line.max(floor).min(cap);
            return scored(
                    "performance.step.linear",
                    Map.of("percent", shown(percent), "zeroAt", zeroAt, "fullAt", fullAt, "floor", floor, "cap", cap),
                    score);
        }

        @Override
        public void check(String path, Faults faults) {
            if (zeroAt.compareTo(fullAt) == 0) {
                faults.add(path, "performance.linear-flat", "at", zeroAt.toPlainString());
            }
            if (floor.compareTo(cap) > 0) {
                faults.add(Fault.of(path, "performance.floor-above-cap", "floor", floor, "cap", cap));
            }
        }
    }

    /** The percentage itself, up to the cap and not below 0. */
    record Capped(BigDecimal cap) implements ScoringRule {
        @Override
        public Scored score(BigDecimal percent) {
            BigDecimal score = percent.min(cap).max(BigDecimal.ZERO);
            return scored("performance.step.capped", Map.of("percent", shown(percent), "cap", cap), score);
        }

        @Override
        public void check(String path, Faults faults) {
            if (cap.signum() <= 0) {
                faults.add(path, "performance.cap-not-positive", "cap", cap);
            }
        }
    }

    /** A fixed score per band, the bands gapless from one open end to the other; an edge belongs to the band above. */
    record Banded(List<Band> bands) implements ScoringRule {
        @Override
        public Scored score(BigDecimal percent) {
            Band band = bands.stream()
                    .filter(candidate -> candidate.holds(percent))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("a table with a gap was published: " + bands));
            return scored(
                    "performance.step.banded",
                    Map.of("percent", shown(percent), "from", edge(band.from()), "to", edge(band.to())),
                    band.score());
        }

        @Override
        public void check(String path, Faults faults) {
            Bands.check(path, bands, faults);
        }
    }

    /** {@code pass} points from {@code at} on, else {@code fail}. */
    record PassFail(BigDecimal at, BigDecimal pass, BigDecimal fail) implements ScoringRule {
        @Override
        public Scored score(BigDecimal percent) {
            boolean passed = percent.compareTo(at) >= 0;
            return scored(
                    passed ? "performance.step.passed" : "performance.step.failed",
                    Map.of("percent", shown(percent), "at", at),
                    passed ? pass : fail);
        }

        @Override
        public void check(String path, Faults faults) {
            if (fail.compareTo(pass) > 0) {
                faults.add(Fault.of(path, "performance.fail-above-pass", "fail", fail, "pass", pass));
            }
        }
    }

    /** @param from included, null = open; {@code to} excluded, null = open */
    record Band(@Nullable BigDecimal from, @Nullable BigDecimal to, BigDecimal score) {
        boolean holds(BigDecimal percent) {
            return (from == null || percent.compareTo(from) >= 0) && (to == null || percent.compareTo(to) < 0);
        }
    }

    private static Scored scored(String code, Map<String, Object> inputs, BigDecimal score) {
        return new Scored(score, new Step(code, inputs, Exact.round(score, 4)));
    }

    private static BigDecimal shown(BigDecimal percent) {
        return Exact.plain(Exact.round(percent, 4));
    }

    private static String edge(@Nullable BigDecimal edge) {
        return edge == null ? "…" : edge.toPlainString();
    }
}
