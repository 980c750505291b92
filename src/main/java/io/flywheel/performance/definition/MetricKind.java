package io.flywheel.performance.definition;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.DefinitionKind;
import io.flywheel.kernel.Faults;
import io.flywheel.performance.Aggregation;
import io.flywheel.performance.Direction;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.MetricDefinition.Credit;
import io.flywheel.performance.MetricDefinition.Measure;
import io.flywheel.performance.MetricDefinition.Unit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The kind {@code metric}. */
@Component
public final class MetricKind implements DefinitionKind<MetricDefinition> {
    public static final String NAME = MetricDefinition.KIND;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<MetricDefinition> type() {
        return MetricDefinition.class;
    }

    @Override
    public String schema() {
        return "schema/metric.json";
    }

    @Override
    public @Nullable MetricDefinition read(String name, JsonNode document, Faults faults) {
        Part part = new Part(document);
        Measure measure = measure(part, faults);
        Aggregation aggregation = aggregation(part, faults);
        if (measure == null || aggregation == null) {
            return null;
        }
        Unit unit = Unit.valueOf(part.text("unit", "number").toUpperCase(Locale.ROOT));
        return new MetricDefinition(
                name,
                part.label("label"),
                part.label("description"),
                part.text("object", ""),
                part.text("where"),
                measure,
                part.text("date"),
                part.text("member"),
                part.text("territory"),
                unit,
                part.whole("digits", unit.equals(Unit.RATIO) ? 4 : 2),
                part.text("direction", "more").equals("more") ? Direction.MORE : Direction.LESS,
                part.text("empty", "none").equals("zero"),
                aggregation,
                part.text("credit", "event").equals("event") ? Credit.AT_EVENT : Credit.CURRENT,
                part.whole("minimum", 0),
                part.texts("rows"));
    }

    private static @Nullable Measure measure(Part part, Faults faults) {
        String measure = part.text("measure");
        String numerator = part.text("numerator");
        String denominator = part.text("denominator");
        if (measure != null && numerator == null && denominator == null) {
            return new Measure.Single(measure);
        }
        if (measure == null && numerator != null && denominator != null) {
            return new Measure.Ratio(numerator, denominator);
        }
        faults.add("measure", "performance.measure-or-parts");
        return null;
    }

    private static @Nullable Aggregation aggregation(Part part, Faults faults) {
        return switch (part.text("aggregation", "additive")) {
            case "exact" -> new Aggregation.Exact();
            case "stock" -> new Aggregation.Stock();
            case "firstEver" -> {
                String key = part.text("key");
                if (key == null) {
                    faults.add("key", "performance.first-without-key");
                }
                yield key == null ? null : new Aggregation.FirstEver(key);
            }
            case String additive -> new Aggregation.Additive();
        };
    }

    @Override
    public void check(String name, MetricDefinition definition, Catalog after, Faults faults) {
        MetricCheck.of(definition, after, faults);
    }
}
