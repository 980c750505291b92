package io.flywheel.performance.value;

import io.flywheel.kernel.Label;
import io.flywheel.kernel.Language;
import io.flywheel.performance.ScorecardDefinition;
import io.flywheel.performance.ScorecardDefinition.Against;
import io.flywheel.performance.Scorecards;
import io.flywheel.performance.ScoringRule;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** A scorecard's definition as it is answered. */
final class Cards {
    private Cards() {}

    static Scorecards.About about(Desk.Papers papers, ScorecardDefinition card) {
        Language language = papers.actor().language();
        Label description = card.description();
        return new Scorecards.About(
                card.name(),
                card.label().in(language),
                description == null ? null : description.in(language),
                card.period().text(),
                card.lines().stream()
                        .map(line -> new Scorecards.LineAbout(
                                Figures.about(papers.metric(line.metric()), language),
                                line.weight(),
                                line.group(),
                                against(line.against()),
                                rule(line.rule())))
                        .toList());
    }

    private static String against(Against against) {
        return switch (against) {
            case Against.OwnTarget own -> "own";
            case Against.Fixed(BigDecimal amount) -> amount.toPlainString();
            case Against.Nothing nothing -> "none";
        };
    }

    private static String rule(ScoringRule rule) {
        return switch (rule) {
            case ScoringRule.Linear linear ->
                "linear " + linear.zeroAt() + ".." + linear.fullAt() + " [" + linear.floor() + ", " + linear.cap()
                        + "]";
            case ScoringRule.Capped capped -> "capped " + capped.cap();
            case ScoringRule.Banded banded ->
                banded.bands().stream()
                        .map(band -> (band.from() == null ? "" : band.from()) + ".. → " + band.score())
                        .collect(Collectors.joining("; ", "banded ", ""));
            case ScoringRule.PassFail passFail -> "passFail " + passFail.at();
        };
    }
}
