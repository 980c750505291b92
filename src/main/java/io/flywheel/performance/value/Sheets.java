package io.flywheel.performance.value;

import io.flywheel.kernel.Language;
import io.flywheel.performance.Attainment;
import io.flywheel.performance.Exact;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.MetricDefinition.Unit;
import io.flywheel.performance.Score;
import io.flywheel.performance.ScorecardDefinition;
import io.flywheel.performance.ScorecardDefinition.Against;
import io.flywheel.performance.Scorecards;
import io.flywheel.performance.Scorecards.Words;
import io.flywheel.performance.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One member's score: pure, from what was counted and targeted to the total, every step kept. */
final class Sheets {
    private static final int DIGITS = 4;

    private Sheets() {}

    /** What one line of one member stands on. */
    record Given(
            MetricDefinition metric,
            ScorecardDefinition.Line line,
            Tally tally,
            @Nullable BigDecimal ownTarget) {}

    /**
     * @param percents what each rule read, null = nothing
     * @param before the steps that led there
     */
    record Sheet(
            List<Given> given,
            List<@Nullable BigDecimal> targets,
            List<@Nullable BigDecimal> attainments,
            List<List<Step>> before,
            Score score) {}

    static Sheet of(List<Given> given, int digits) {
        List<@Nullable BigDecimal> targets = new ArrayList<>();
        List<@Nullable BigDecimal> attainments = new ArrayList<>();
        List<List<Step>> before = new ArrayList<>();
        List<Score.Input> inputs = new ArrayList<>();
        for (Given one : given) {
            BigDecimal actual = one.tally().value(one.metric());
            List<Step> steps = new ArrayList<>(List.of(counted(one, actual)));
            BigDecimal target = target(one, steps);
            BigDecimal input = input(one, actual, target, steps);
            targets.add(target);
            attainments.add(one.line().against() instanceof Against.Nothing ? null : input);
            before.add(steps);
            inputs.add(new Score.Input(
                    one.metric().name(),
                    one.line().weight(),
                    one.line().rule(),
                    input,
                    one.line().leftOutWhenEmpty()));
        }
        return new Sheet(given, targets, attainments, before, Score.of(inputs, digits));
    }

    private static Step counted(Given one, @Nullable BigDecimal actual) {
        Tally tally = one.tally();
        return switch (one.metric().measure()) {
            case MetricDefinition.Measure.Single single ->
                new Step("performance.step.value", Map.of("measure", single.expression()), actual);
            case MetricDefinition.Measure.Ratio ratio ->
                actual == null || tally.first() == null || tally.second() == null
                        ? new Step("performance.step.ratio-empty", Map.of(), null)
                        : new Step(
                                "performance.step.ratio",
                                Map.of(
                                        "numerator", Exact.plain(tally.first()),
                                        "denominator", Exact.plain(tally.second())),
                                actual);
        };
    }

    private static @Nullable BigDecimal target(Given one, List<Step> steps) {
        return switch (one.line().against()) {
            case Against.OwnTarget own -> one.ownTarget();
            case Against.Fixed(BigDecimal amount) -> {
                steps.add(new Step("performance.step.fixed-target", Map.of("target", Exact.plain(amount)), amount));
                yield amount;
            }
            case Against.Nothing nothing -> null;
        };
    }

    private static @Nullable BigDecimal input(
            Given one, @Nullable BigDecimal actual, @Nullable BigDecimal target, List<Step> steps) {
        if (!(one.line().against() instanceof Against.Nothing)) {
            Attainment attainment = Attainment.of(actual, target, one.metric().direction());
            steps.add(attainment.step());
            return attainment.percent();
        }
        if (actual == null) {
            steps.add(new Step("performance.step.no-actual", Map.of(), null));
            return null;
        }
        BigDecimal read = one.metric().unit() == Unit.RATIO ? actual.multiply(Exact.HUNDRED) : actual;
        steps.add(new Step("performance.step.direct", Map.of("value", Exact.plain(actual)), read));
        return read;
    }

    static List<Scorecards.Line> lines(Sheet sheet) {
        List<Scorecards.Line> lines = new ArrayList<>();
        for (int i = 0; i < sheet.given().size(); i++) {
            Given one = sheet.given().get(i);
            Score.Line line = sheet.score().lines().get(i);
            BigDecimal percent = sheet.attainments().get(i);
            BigDecimal score = line.score();
            lines.add(new Scorecards.Line(
                    one.metric().name(),
                    one.line().weight(),
                    sheet.targets().get(i),
                    one.tally().value(one.metric()),
                    percent == null ? null : Exact.round(percent.movePointLeft(2), DIGITS),
                    score == null ? null : Exact.round(score, DIGITS),
                    Exact.round(line.points(), DIGITS),
                    one.tally().rows().compareTo(BigDecimal.valueOf(one.metric().minimum())) < 0));
        }
        return lines;
    }

    static List<Scorecards.Explanation> explained(Sheet sheet, String records, Language language) {
        List<Scorecards.Explanation> all = new ArrayList<>();
        for (int i = 0; i < sheet.given().size(); i++) {
            Given one = sheet.given().get(i);
            List<Step> steps = new ArrayList<>(sheet.before().get(i));
            steps.add(sheet.score().lines().get(i).step());
            MetricDefinition metric = one.metric();
            all.add(new Scorecards.Explanation(
                    metric.name(),
                    metric.label().in(language),
                    metric.description().in(language),
                    String.join(" / ", metric.measure().expressions()),
                    metric.where(),
                    one.tally().first(),
                    one.tally().second(),
                    one.tally().rows(),
                    records.formatted(metric.name()),
                    words(steps, language)));
        }
        return all;
    }

    static List<Words> words(List<Step> steps, Language language) {
        return steps.stream().map(step -> new Words(step, step.words(language))).toList();
    }
}
