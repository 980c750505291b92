package io.flywheel.home.definition;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.ViewDefinition;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import io.flywheel.home.HomeDefinition.Tile;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What can be wrong with one tile. */
final class TileCheck {
    private static final String STAGE_PATH = "stagePath";

    private final Tile tile;
    private final String path;
    private final Catalog catalog;
    private final Faults faults;

    TileCheck(Tile tile, String path, Catalog catalog, Faults faults) {
        this.tile = tile;
        this.path = path;
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        metrics();
        switch (tile.type()) {
            case ATTAINMENT, RANKING, METRIC ->
                required("metric", !tile.metrics().isEmpty());
            case CHART -> chart();
            case LIST -> list();
            case TASKS -> tasks();
            case FUNNEL -> funnel();
        }
    }

    private void required(String property, boolean given) {
        if (!given) {
            faults.add(path, "catalog.missing-property", "property", property);
        }
    }

    private void metrics() {
        Map<String, MetricDefinition> known = catalog.all(MetricDefinition.KIND, MetricDefinition.class);
        for (String metric : tile.metrics()) {
            if (!known.containsKey(metric)) {
                faults.add(HomeCheck.unknownMetric(path + ".metric", metric, known.keySet()));
            }
        }
    }

    private void ranking() {
        required("metric", !tile.metrics().isEmpty());
        if (tile.by().equals("all")) {
            faults.add(path + ".by", "performance.by-unreadable", "by", tile.by());
        }
    }

    private void chart() {
        required("metric", !tile.metrics().isEmpty());
        required("groupBy", tile.groupBy() != null);
        MetricDefinition metric = tile.metrics().isEmpty()
                ? null
                : catalog.all(MetricDefinition.KIND, MetricDefinition.class)
                        .get(tile.metrics().getFirst());
        Optional<ObjectDefinition> object = metric == null ? Optional.empty() : catalog.object(metric.object());
        String groupBy = tile.groupBy();
        if (groupBy != null) {
            object.ifPresent(found -> checked("groupBy", () -> Formula.check(groupBy, names(found))));
        }
    }

    private Optional<ObjectDefinition> list() {
        String view = tile.view();
        if (view == null) {
            return object().map(object -> {
                conditions(object);
                return object;
            });
        }
        Map<String, ViewDefinition> views = catalog.all(Catalog.VIEW, ViewDefinition.class);
        ViewDefinition found = views.get(view);
        if (found == null) {
            faults.add(path + ".view", "home.view-unknown", "view", view, "hint", HomeCheck.hint(view, views.keySet()));
            return Optional.empty();
        }
        return catalog.object(found.object());
    }

    private void conditions(ObjectDefinition object) {
        Names names = names(object);
        String where = tile.where();
        if (where != null) {
            checked("where", () -> Formula.condition(where, names));
        }
        required("columns", !tile.columns().isEmpty());
        tile.columns().forEach(column -> checked("columns", () -> Formula.check(column, names)));
        tile.sort()
                .forEach(key ->
                        checked("order", () -> Formula.check(key.startsWith("-") ? key.substring(1) : key, names)));
    }

    private void tasks() {
        String due = tile.due();
        required("due", due != null);
        list().ifPresent(object -> {
            if (due != null) {
                due(object, due);
            }
        });
    }

    private void due(ObjectDefinition object, String due) {
        try {
            Type type = Formula.check(due, names(object)).type();
            if (!(type instanceof Type.Date || type instanceof Type.DateTime)) {
                faults.add(path + ".due", "performance.field-not-date", "field", due);
            }
        } catch (Problem.Invalid invalid) {
            faults.addAll(path + ".due", invalid.faults());
        }
    }

    private void funnel() {
        object().ifPresent(object -> {
            JsonNode stages = object.facilities().get(STAGE_PATH);
            if (stages == null || !stages.path("events").isObject()) {
                faults.add(path + ".object", "home.no-path", "object", object.name());
            }
            String where = tile.where();
            if (where != null) {
                checked("where", () -> Formula.condition(where, names(object)));
            }
        });
    }

    private Optional<ObjectDefinition> object() {
        String name = tile.object();
        required("object", name != null);
        if (name == null) {
            return Optional.empty();
        }
        Optional<ObjectDefinition> found = catalog.object(name);
        if (found.isEmpty()) {
            faults.add(Fault.of(
                    path + ".object",
                    "performance.object-unknown",
                    "object",
                    name,
                    "hint",
                    HomeCheck.hint(name, catalog.objects().keySet())));
        }
        return found;
    }

    private Names names(ObjectDefinition object) {
        return ObjectNames.of(catalog, object, Sight.everything());
    }

    private void checked(String property, Runnable check) {
        try {
            check.run();
        } catch (Problem.Invalid invalid) {
            faults.addAll(path + "." + property, invalid.faults());
        }
    }
}
