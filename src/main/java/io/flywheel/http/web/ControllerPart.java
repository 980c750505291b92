package io.flywheel.http.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What springdoc reads from the controllers, without the names that only Java knows. */
final class ControllerPart {
    private static final Pattern CLASS = Pattern.compile("(?:[a-z]\\w*\\.)+([A-Z][\\w.$]*)");
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, String> names = new HashMap<>();

    private ControllerPart() {}

    /** Changes the document in place. */
    static void refine(ObjectNode document) {
        ControllerPart part = new ControllerPart();
        if (document.at("/components/schemas") instanceof ObjectNode schemas) {
            part.shorten(schemas);
        }
        part.follow(document);
        if (document.at("/components/schemas/JsonNode") instanceof ObjectNode any) {
            any.removeAll().put("description", "Any JSON");
        }
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().forEach(operation -> part.operation(path.getKey(), (ObjectNode) operation)));
    }

    private void shorten(ObjectNode schemas) {
        for (String name : List.copyOf(schemas.propertyNames())) {
            Matcher matcher = CLASS.matcher(name);
            String shorter = matcher.matches() ? matcher.group(1).replace('$', '.') : name;
            JsonNode schema = schemas.remove(name);
            if (schemas.putIfAbsent(shorter, schema) != null) {
                throw new IllegalStateException("two schemas are called " + shorter);
            }
            names.put(SCHEMAS + name, SCHEMAS + shorter);
        }
    }

    private void follow(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            String reference = object.get("$ref").stringValue();
            object.put("$ref", names.getOrDefault(reference, reference));
        }
        node.forEach(this::follow);
    }

    /** An operation has no name but its method and path; it is listed under the path's first part. */
    private void operation(String path, ObjectNode operation) {
        operation.remove("operationId");
        ArrayNode tags = operation.putArray("tags");
        tags.add(path.replaceFirst("^/api/([^/.]+).*", "$1"));
        operation.withObject("/responses").putObject("default").put("$ref", "#/components/responses/Problem");
    }
}
