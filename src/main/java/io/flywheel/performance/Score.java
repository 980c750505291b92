package io.flywheel.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A weighted score, Σ weight × score / 100, with every figure it came from.
 *
 * @param total rounded half up once, at the end; null = nothing counts
 */
public record Score(@Nullable BigDecimal total, List<Line> lines, List<Step> steps) {

    /**
     * What one line is given.
     *
     * @param input the percentage that the rule reads: an attainment or a value itself; null = there is none
     * @param leftOutWhenEmpty without an input the line's weight is shared by the others; otherwise it scores 0
     */
    public record Input(
            String name,
            BigDecimal weight,
            ScoringRule rule,
            @Nullable BigDecimal input,
            boolean leftOutWhenEmpty) {}

    /** @param score not rounded; null = left out */
    public record Line(
            String name,
            BigDecimal weight,
            @Nullable BigDecimal input,
            @Nullable BigDecimal score,
            Step step) {
        /** weight × score / 100, not rounded. */
        public BigDecimal points() {
            return score == null ? BigDecimal.ZERO : weight.multiply(score).movePointLeft(2);
        }
    }

    public static Score of(List<Input> inputs, int digits) {
        List<Line> lines = inputs.stream().map(Score::line).toList();
        BigDecimal counted = sum(lines.stream()
                .filter(line -> line.score() != null)
                .map(Line::weight)
                .toList());
        BigDecimal points = sum(lines.stream().map(Line::points).toList());
        List<Step> steps = new ArrayList<>();
        if (counted.signum() == 0) {
            steps.add(new Step("performance.step.nothing-counts", Map.of(), null));
            return new Score(null, lines, steps);
        }
        steps.add(new Step("performance.step.sum", Map.of("terms", terms(lines)), Exact.round(points, 4)));
        BigDecimal total = points;
        if (counted.compareTo(Exact.HUNDRED) != 0) {
            total = Exact.divide(points.multiply(Exact.HUNDRED), counted);
            steps.add(new Step(
                    "performance.step.scaled",
                    Map.of("points", Exact.plain(Exact.round(points, 4)), "counted", counted),
                    Exact.round(total, 4)));
        }
        return new Score(Exact.round(total, digits), lines, steps);
    }

    private static Line line(Input given) {
        if (given.input() != null) {
            ScoringRule.Scored scored = given.rule().score(given.input());
            return new Line(given.name(), given.weight(), given.input(), scored.score(), scored.step());
        }
        return given.leftOutWhenEmpty()
                ? new Line(
                        given.name(), given.weight(), null, null, new Step("performance.step.left-out", Map.of(), null))
                : new Line(
                        given.name(),
                        given.weight(),
                        null,
                        BigDecimal.ZERO,
                        new Step("performance.step.empty-is-zero", Map.of(), BigDecimal.ZERO));
    }

    private static String terms(List<Line> lines) {
        return String.join(
                " + ",
                lines.stream()
                        .filter(line -> line.score() != null)
                        .map(line -> line.weight().toPlainString() + "% × " + shown(line.score()))
                        .toList());
    }

    private static String shown(@Nullable BigDecimal score) {
        return score == null ? "" : Exact.plain(Exact.round(score, 4)).toPlainString();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
