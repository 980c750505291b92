package io.flywheel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.catalog.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts what the API answers beside what was worked out, and keeps every figure that differs. */
final class Answers {
    private final SampleWorkspace workspace;
    private final Samples samples;
    private final List<String> wrong = new ArrayList<>();

    Answers(SampleWorkspace workspace, Samples samples) {
        this.workspace = workspace;
        this.samples = samples;
    }

    /** The queries of a set of samples, one per file of figures. */
    static JsonNode queries(String name) {
        try (var in = Answers.class.getResourceAsStream("/samples/" + name + ".yaml")) {
            return Documents.yaml(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks every query of the set's own document. */
    Answers all() {
        JsonNode queries = queries(samples.name());
        queries.path("files").properties().forEach(file -> {
            Collection<String> keys = file.getValue().path("groups").propertyNames();
            compare(file.getKey(), keys, table(body(queries, file.getValue())));
        });
        return this;
    }

    private static ObjectNode body(JsonNode queries, JsonNode file) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("object", queries.path("object").asString());
        if (file.has("where")) {
            body.put("where", file.path("where").asString());
        }
        file.path("groups")
                .properties()
                .forEach(group -> body.withArray("groupBy")
                        .addObject()
                        .put(group.getKey(), group.getValue().asString()));
        body.set("measures", file.has("measures") ? file.path("measures") : queries.path("measures"));
        return body.put("limit", 10_000);
    }

    private List<Map<String, @Nullable String>> table(ObjectNode body) {
        JsonNode answer = workspace.post("/api/query", body);
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (JsonNode row : answer.path("rows")) {
            Map<String, @Nullable String> named = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                named.put(answer.path("columns").get(i).path("name").asString(), text(row.get(i)));
            }
            rows.add(named);
        }
        return rows;
    }

    static @Nullable String text(JsonNode cell) {
        return cell.isNull() || cell.isMissingNode() ? null : cell.asString();
    }

    /** Every row and every column that the answer has a say in; a row too many is wrong as well. */
    void compare(String file, Collection<String> keys, List<Map<String, @Nullable String>> actual) {
        Map<List<@Nullable String>, Map<String, @Nullable String>> byKey = new LinkedHashMap<>();
        actual.forEach(row -> byKey.put(keys.stream().map(row::get).toList(), row));
        for (Map<String, String> row : samples.expected(file)) {
            List<@Nullable String> key = new ArrayList<>();
            keys.forEach(name -> key.add(row.get(name)));
            Map<String, @Nullable String> found = byKey.remove(key);
            if (found == null) {
                wrong.add(file + ": no row " + key);
                continue;
            }
            row.forEach((column, figure) -> {
                if (!keys.contains(column) && !same(figure, found.get(column))) {
                    wrong.add(file + " " + key + " " + column + ": " + found.get(column) + " instead of " + figure);
                }
            });
        }
        byKey.keySet().forEach(key -> wrong.add(file + ": one row too many, " + key));
    }

    void areRight() {
        assertThat(wrong).isEmpty();
    }

    private static boolean same(String expected, @Nullable String actual) {
        if (expected.isEmpty() || actual == null) {
            return expected.isEmpty() && actual == null;
        }
        return expected.equals(actual)
                || (isNumber(expected)
                        && isNumber(actual)
                        && new BigDecimal(expected).compareTo(new BigDecimal(actual)) == 0);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
