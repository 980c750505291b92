package io.flywheel.performance.definition;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.Aggregation;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that can be wrong with a metric once its document has the right shape. */
final class MetricCheck {
    private final MetricDefinition metric;
    private final Names names;
    private final Faults faults;

    private MetricCheck(MetricDefinition metric, Names names, Faults faults) {
        this.metric = metric;
        this.names = names;
        this.faults = faults;
    }

    static void of(MetricDefinition metric, Catalog after, Faults faults) {
        Optional<ObjectDefinition> object = after.object(metric.object());
        if (object.isEmpty()) {
            faults.add(Fault.of(
                    "object",
                    "performance.object-unknown",
                    "object",
                    metric.object(),
                    "hint",
                    hint(metric.object(), after.objects().keySet())));
            return;
        }
        new MetricCheck(metric, names(after, object.get(), metric.aggregation()), faults).all();
    }

    /** What the metric's expressions may name. */
    static Names names(Catalog catalog, ObjectDefinition object, Aggregation aggregation) {
        Names own = ObjectNames.of(catalog, object, Sight.everything());
        return aggregation instanceof Aggregation.Stock ? new StockNames(own) : own;
    }

    private void all() {
        String where = metric.where();
        if (where != null) {
            checked("where", () -> Formula.condition(where, names));
        }
        switch (metric.measure()) {
            case MetricDefinition.Measure.Single single -> measure("measure", single.expression());
            case MetricDefinition.Measure.Ratio ratio -> {
                measure("numerator", ratio.numerator());
                measure("denominator", ratio.denominator());
            }
        }
        path("member", metric.member(), refersTo(SystemObjects.MEMBER), "performance.field-not-member");
        path("territory", metric.territory(), refersTo(SystemObjects.TERRITORY), "performance.field-not-territory");
        path("date", metric.date(), MetricCheck::isTime, "performance.field-not-date");
        for (String row : metric.rows()) {
            path("rows", row, type -> true, "performance.field-unknown");
        }
        time(where);
    }

    private void time(@Nullable String where) {
        if (metric.aggregation() instanceof Aggregation.Stock) {
            if (where == null || !where.contains(StockNames.AS_OF)) {
                faults.add("where", "performance.stock-without-as-of");
            }
        } else if (metric.date() == null) {
            faults.add("date", "catalog.missing-property", "property", "date");
        }
        if (metric.aggregation() instanceof Aggregation.FirstEver(String key)) {
            path("key", key, type -> true, "performance.field-unknown");
        }
    }

    private void measure(String property, String expression) {
        checked(property, () -> Formula.aggregate(expression, names)).ifPresent(checked -> {
            if (!(checked.type() instanceof Type.Number || checked.type() instanceof Type.Money)) {
                faults.add(property, "performance.number-expected");
            }
            if (!(metric.aggregation() instanceof Aggregation.Exact)) {
                Additivity.offender(checked.tree())
                        .ifPresent(function -> faults.add(property, "performance.not-additive", "function", function));
            }
        });
    }

    private void path(String property, @Nullable String path, Predicate<Type> fits, String otherwise) {
        if (path == null) {
            return;
        }
        checked(property, () -> Formula.check(path, names)).ifPresent(checked -> {
            if (!fits.test(checked.type())) {
                faults.add(property, otherwise, "field", path);
            }
        });
    }

    private static Predicate<Type> refersTo(String object) {
        return type -> type instanceof Type.Reference(String target) && target.equals(object);
    }

    private static boolean isTime(Type type) {
        return type instanceof Type.Date || type instanceof Type.DateTime;
    }

    private Optional<Checked> checked(String property, Supplier<Checked> check) {
        try {
            return Optional.of(check.get());
        } catch (Problem.Invalid invalid) {
            faults.addAll(property, invalid.faults());
            return Optional.empty();
        }
    }

    private static String hint(String word, Collection<String> known) {
        return Nearest.to(word, known).map(near -> " → " + near).orElse("");
    }
}
