package io.flywheel.performance.definition;

import io.flywheel.performance.ScoringRule;
import io.flywheel.performance.ScoringRule.Band;

/** Reads a scoring rule; what is not given has the usual value. */
final class RuleReader {
    private RuleReader() {}

    static ScoringRule read(Part rule) {
        return switch (rule.text("type", "capped")) {
            case "linear" ->
                new ScoringRule.Linear(
                        rule.number("zeroAt", 0),
                        rule.number("fullAt", 100),
                        rule.number("floor", 0),
                        rule.number("cap", 100));
            case "banded" ->
                new ScoringRule.Banded(rule.parts("bands").stream()
                        .map(band -> new Band(band.number("from"), band.number("to"), band.number("score", 0)))
                        .toList());
            case "passFail" ->
                new ScoringRule.PassFail(rule.number("at", 100), rule.number("pass", 100), rule.number("fail", 0));
            case String capped -> new ScoringRule.Capped(rule.number("cap", 100));
        };
    }
}
