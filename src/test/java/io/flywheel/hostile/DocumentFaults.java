package io.flywheel.hostile;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What is wrong with a document that claims to be OpenAPI 3.1. */
final class DocumentFaults {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d|default");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Schema META = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private DocumentFaults(JsonNode document) {
        this.document = document;
    }

    static List<String> of(JsonNode document) {
        DocumentFaults found = new DocumentFaults(document);
        found.expect(document.path("openapi").asString("").startsWith("3.1."), "version");
        found.expect(
                document.at("/info/title").isString()
                        && document.at("/info/version").isString(),
                "info");
        found.references(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(
                                operation -> found.operation(path.getKey(), operation.getKey(), operation.getValue())));
        document.path("components")
                .properties()
                .forEach(kind -> kind.getValue()
                        .propertyNames()
                        .forEach(name -> found.expect(name.matches("[a-zA-Z0-9._-]+"), "component " + name)));
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> found.schema(schema.getKey(), schema.getValue()));
        return found.faults;
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            faults.add(what);
        }
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? document.at(reference.stringValue().substring(1)) : node;
    }

    private void references(JsonNode node) {
        if (node.isObject() && node.path("$ref").isString()) {
            String reference = node.path("$ref").stringValue();
            expect(reference.startsWith("#/") && !resolved(node).isMissingNode(), "dangling " + reference);
        }
        node.forEach(this::references);
    }

    private void operation(String path, String method, JsonNode operation) {
        String place = method + " " + path;
        expect(path.startsWith("/") && METHODS.contains(method), place);
        Set<String> declared = new TreeSet<>();
        Set<String> places = new TreeSet<>();
        for (JsonNode given : operation.path("parameters")) {
            JsonNode parameter = resolved(given);
            String name = parameter.path("name").asString("");
            String in = parameter.path("in").asString("");
            expect(Set.of("path", "query", "header").contains(in), place + " parameter " + name);
            expect(places.add(in + " " + name), place + " twice " + name);
            schema(place + " " + name, parameter.path("schema"));
            if (in.equals("path")) {
                declared.add(name);
                expect(parameter.path("required").asBoolean(false), place + " required " + name);
            }
        }
        Set<String> variables = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(path);
        while (matcher.find()) {
            variables.add(matcher.group(1));
        }
        expect(declared.equals(variables), place + " declares " + declared);
        if (operation.has("requestBody")) {
            content(place, operation.path("requestBody").path("content"), true);
        }
        expect(!operation.path("responses").isEmpty(), place + " answers nothing");
        operation.path("responses").properties().forEach(answer -> {
            JsonNode response = resolved(answer.getValue());
            expect(STATUS.matcher(answer.getKey()).matches(), place + " " + answer.getKey());
            expect(response.path("description").isString(), place + " " + answer.getKey() + " without description");
            content(place + " " + answer.getKey(), response.path("content"), false);
        });
    }

    private void content(String place, JsonNode content, boolean needed) {
        expect(!needed || !content.isEmpty(), place + " without content");
        content.properties().forEach(type -> {
            expect(type.getKey().contains("/"), place + " " + type.getKey());
            schema(place, type.getValue().path("schema"));
        });
    }

    private void schema(String place, JsonNode schema) {
        expect(schema.isObject(), place + " without schema");
        META.validate(schema).forEach(error -> faults.add(place + ": " + error));
    }
}
