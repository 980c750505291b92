package io.flywheel.demo.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the story is told from: sizes, rates, weights and planted truths, as {@code demo/plan.yaml} gives them. */
public record Settings(JsonNode plan, JsonNode size) {
    /** @param size the name of one of the plan's sizes */
    public static Settings of(JsonNode plan, String size) {
        return new Settings(plan, plan.path("sizes").path(size));
    }

    long seed() {
        return plan.path("seed").asLong();
    }

    int size(String name) {
        return size.path(name).asInt();
    }

    /** A number at a dotted path. */
    double number(String path) {
        JsonNode node = at(path);
        if (!node.isNumber()) {
            throw new IllegalArgumentException("The demo's plan has no number at " + path);
        }
        return node.asDouble();
    }

    List<Double> numbers(String path) {
        List<Double> numbers = new ArrayList<>();
        at(path).forEach(node -> numbers.add(node.asDouble()));
        return numbers;
    }

    String text(String path) {
        return at(path).asString();
    }

    Map<String, Double> weights(String path) {
        Map<String, Double> weights = new LinkedHashMap<>();
        at(path).properties()
                .forEach(entry -> weights.put(entry.getKey(), entry.getValue().asDouble()));
        return weights;
    }

    void each(String path, Consumer<JsonNode> item) {
        at(path).forEach(item);
    }

    /** The sum of the points that planted truths add to {@code what} under these circumstances. */
    double points(String what, Map<String, String> circumstances) {
        double points = 0;
        for (JsonNode truth : plan.path("truths")) {
            points += holds(truth, what, circumstances) ? truth.path("points").asDouble(0) : 0;
        }
        return points;
    }

    /** The product of the factors that planted truths put on {@code what}. */
    double factor(String what, Map<String, String> circumstances) {
        double factor = 1;
        for (JsonNode truth : plan.path("truths")) {
            factor *= holds(truth, what, circumstances) ? truth.path("factor").asDouble(1) : 1;
        }
        return factor;
    }

    private static boolean holds(JsonNode truth, String what, Map<String, String> circumstances) {
        return truth.path("affects").asString().equals(what)
                && truth.path("where").properties().stream()
                        .allMatch(entry -> same(entry.getValue(), circumstances.get(entry.getKey())));
    }

    private static boolean same(JsonNode wanted, @Nullable String given) {
        return wanted.asString().equals(given);
    }

    private JsonNode at(String path) {
        JsonNode node = plan;
        for (String step : path.split("\\.", -1)) {
            node = node.path(step);
        }
        return node;
    }
}
