package io.flywheel.query.web;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import io.flywheel.query.Grouping;
import io.flywheel.query.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the body of an aggregate, with every fault. */
final class AskedGrouping {
    private static final List<String> KNOWN = List.of("object", "where", "groupBy", "measures", "order", "limit");

    private final JsonNode body;
    private final Faults faults = new Faults();
    private final List<String> groups = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private AskedGrouping(JsonNode body) {
        this.body = body;
    }

    /** @throws io.flywheel.kernel.Problem.Invalid with every fault of its form */
    static Grouping of(JsonNode body) {
        return new AskedGrouping(body).read();
    }

    private Grouping read() {
        if (!body.isObject()) {
            faults.add("", "query.body-no-object");
            faults.refuse();
        }
        body.propertyNames().stream().filter(name -> !KNOWN.contains(name)).forEach(this::unknown);
        String object = text("object");
        if (object == null) {
            faults.add("object", "query.object-missing");
        }
        String where = text("where");
        groups();
        Map<String, String> measures = named("measures", body.path("measures"));
        List<Selection.Order> order = order();
        int limit = limit();
        faults.refuse();
        return new Grouping(
                object == null ? "" : object, where, List.copyOf(groups), List.copyOf(names), measures, order, limit);
    }

    private void unknown(String name) {
        String near = Nearest.to(name, KNOWN).orElse(String.join(", ", KNOWN));
        faults.add(Fault.of(name, "query.unknown-parameter", "name", name, "known", near));
    }

    private @Nullable String text(String property) {
        JsonNode value = body.path(property);
        if (value.isString()) {
            return Asked.text(value.stringValue());
        }
        if (!value.isMissingNode() && !value.isNull()) {
            faults.add(property, "query.not-a-text");
        }
        return null;
    }

    /** A list of expressions, or of objects that name them. */
    private void groups() {
        JsonNode given = body.path("groupBy");
        if (given.isMissingNode() || given.isNull()) {
            return;
        }
        if (!given.isArray()) {
            faults.add("groupBy", "query.not-a-list");
            return;
        }
        for (JsonNode group : given) {
            if (group.isString()) {
                groups.add(group.stringValue());
                names.add(group.stringValue());
            } else {
                named("groupBy[" + groups.size() + "]", group).forEach((name, expression) -> {
                    groups.add(expression);
                    names.add(name);
                });
            }
        }
    }

    private Map<String, String> named(String place, JsonNode given) {
        Map<String, String> named = new LinkedHashMap<>();
        if (given.isMissingNode() || given.isNull()) {
            return named;
        }
        if (!given.isObject()) {
            faults.add(place, "query.not-named-expressions");
            return named;
        }
        given.properties().forEach(entry -> {
            if (entry.getValue().isString()) {
                named.put(entry.getKey(), entry.getValue().stringValue());
            } else {
                faults.add(place + "." + entry.getKey(), "query.not-a-text");
            }
        });
        return named;
    }

    private List<Selection.Order> order() {
        JsonNode given = body.path("order");
        List<Selection.Order> order = new ArrayList<>();
        if (given.isString()) {
            order.addAll(Asked.order(given.stringValue()));
        } else if (given.isArray() && given.valueStream().allMatch(JsonNode::isString)) {
            given.forEach(name -> order.add(Asked.key(name.stringValue())));
        } else if (!given.isMissingNode() && !given.isNull()) {
            faults.add("order", "query.not-a-list");
        }
        return order;
    }

    private int limit() {
        JsonNode given = body.path("limit");
        if (given.isMissingNode() || given.isNull()) {
            return 0;
        }
        if (given.isInt() && given.intValue() > 0) {
            return given.intValue();
        }
        faults.add("limit", "query.limit-out-of-range", "most", 10_000);
        return 0;
    }
}
