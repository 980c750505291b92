package io.flywheel.demo.writing;

import io.flywheel.demo.company.Company;
import io.flywheel.demo.company.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Facts of some kinds become records of an object.
 *
 * @param change whether the records stand already
 * @param fields the object's field → what it takes from the fact
 */
record Step(
        String object,
        List<String> kinds,
        boolean change,
        Map<String, Source> fields,
        @Nullable History history) {
    sealed interface Source {
        /** The fact's value of that name. */
        record Named(String name) implements Source {}

        record Constant(Object value) implements Source {}
    }

    /** See {@code demo/records.yaml}. */
    record History(String of, String via, String at, String since) {}

    static Step read(JsonNode node) {
        List<String> kinds = new ArrayList<>();
        JsonNode from = node.path("from");
        if (from.isArray()) {
            from.forEach(kind -> kinds.add(kind.asString()));
        } else {
            kinds.add(from.asString());
        }
        Map<String, Source> fields = new LinkedHashMap<>();
        node.path("fields").properties().forEach(entry -> fields.put(entry.getKey(), source(entry.getValue())));
        JsonNode history = node.path("history");
        return new Step(
                node.path("object").asString(),
                kinds,
                node.has("change"),
                fields,
                history.isObject()
                        ? new History(
                                history.path("of").asString(),
                                history.path("via").asString(),
                                history.path("at").asString(),
                                history.path("since").asString())
                        : null);
    }

    private static Source source(JsonNode node) {
        if (!node.isObject()) {
            return new Source.Named(node.asString());
        }
        JsonNode constant = node.path("is");
        return new Source.Constant(constant.isBoolean() ? constant.asBoolean() : constant.asString());
    }

    List<Fact> facts(Company company) {
        return kinds.stream().flatMap(kind -> company.all(kind).stream()).toList();
    }
}
