package io.flywheel.performance.definition;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.DefinitionKind;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.formula.Formula;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.Exact;
import io.flywheel.performance.Grain;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.ScorecardDefinition;
import io.flywheel.performance.ScorecardDefinition.Against;
import io.flywheel.performance.ScorecardDefinition.Line;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The kind {@code scorecard}. */
@Component
public final class ScorecardKind implements DefinitionKind<ScorecardDefinition> {
    public static final String NAME = "scorecard";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ScorecardDefinition> type() {
        return ScorecardDefinition.class;
    }

    @Override
    public String schema() {
        return "schema/scorecard.json";
    }

    @Override
    public ScorecardDefinition read(String name, JsonNode document, Faults faults) {
        Part part = new Part(document);
        return new ScorecardDefinition(
                name,
                part.label("label"),
                part.optionalLabel("description"),
                Grain.of(part.text("period", "quarter")),
                part.text("who"),
                part.whole("digits", 2),
                part.parts("lines").stream().map(ScorecardKind::line).toList());
    }

    private static Line line(Part part) {
        return new Line(
                part.text("metric", ""),
                part.number("weight", 0),
                against(part),
                RuleReader.read(new Part(part.node().path("rule"))),
                part.text("group"),
                part.text("whenEmpty", "zero").equals("leaveOut"));
    }

    private static Against against(Part part) {
        BigDecimal fixed = part.number("target");
        if (fixed != null) {
            return new Against.Fixed(fixed);
        }
        return part.text("target", "own").equals("own") ? new Against.OwnTarget() : new Against.Nothing();
    }

    @Override
    public void check(String name, ScorecardDefinition definition, Catalog after, Faults faults) {
        Map<String, MetricDefinition> metrics = after.all(MetricKind.NAME, MetricDefinition.class);
        Set<String> seen = new HashSet<>();
        List<Line> lines = definition.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String path = "lines[" + i + "]";
            if (!metrics.containsKey(line.metric())) {
                faults.add(unknown(path + ".metric", line.metric(), metrics.keySet()));
            }
            if (!seen.add(line.metric())) {
                faults.add(path + ".metric", "performance.metric-twice", "metric", line.metric());
            }
            if (line.weight().signum() <= 0) {
                faults.add(path + ".weight", "performance.weight-not-positive", "weight", line.weight());
            }
            line.rule().check(path + ".rule", faults);
        }
        addUp(lines, faults);
        who(definition.who(), after, faults);
    }

    private static Fault unknown(String path, String metric, Set<String> known) {
        String hint = Nearest.to(metric, known).map(near -> " → " + near).orElse("");
        return Fault.of(path, "performance.metric-unknown", "metric", metric, "hint", hint);
    }

    private static void addUp(List<Line> lines, Faults faults) {
        BigDecimal sum = lines.stream().map(Line::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(Exact.HUNDRED) != 0) {
            faults.add("lines", "performance.weights-not-100", "sum", sum.toPlainString());
        }
    }

    private static void who(@Nullable String who, Catalog after, Faults faults) {
        ObjectDefinition member = after.object(SystemObjects.MEMBER).orElse(null);
        if (who == null || member == null) {
            return;
        }
        try {
            Formula.condition(who, ObjectNames.of(after, member, Sight.everything()));
        } catch (Problem.Invalid invalid) {
            faults.addAll("who", invalid.faults());
        }
    }
}
