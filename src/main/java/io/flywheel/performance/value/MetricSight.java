package io.flywheel.performance.value;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Names;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.Aggregation;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.definition.StockNames;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether a metric may be seen: only where every name in it may be. */
record MetricSight(Catalog catalog, Sight sight) {

    boolean sees(MetricDefinition metric) {
        return catalog.object(metric.object())
                .filter(object -> sight.sees(object.name()))
                .filter(object -> sees(metric, object))
                .isPresent();
    }

    private boolean sees(MetricDefinition metric, ObjectDefinition object) {
        Names own = ObjectNames.of(catalog, object, sight);
        Names names = metric.aggregation() instanceof Aggregation.Stock ? new StockNames(own) : own;
        try {
            metric.measure().expressions().forEach(expression -> Formula.aggregate(expression, names));
            paths(metric).forEach(path -> Formula.check(path, names));
            if (metric.where() != null) {
                Formula.condition(metric.where(), names);
            }
            return true;
        } catch (Problem.Invalid hidden) {
            return false;
        }
    }

    private static Stream<String> paths(MetricDefinition metric) {
        String key = metric.aggregation() instanceof Aggregation.FirstEver(String first) ? first : null;
        return Stream.of(metric.date(), metric.member(), metric.territory(), key)
                .filter(Objects::nonNull);
    }
}
