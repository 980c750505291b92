package io.flywheel.http.web;

import tools.jackson.databind.node.ObjectNode;

/** What operations of every module refer to: problems, faults, and the headers of versions. */
final class SharedParts {
    private SharedParts() {}

    static void add(ObjectNode document) {
        document.withObject("/components/securitySchemes/bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "The token of a session or an API key");
        document.putArray("security").addObject().putArray("bearer");
        ObjectNode schemas = document.withObject("/components/schemas");
        fault(schemas.putObject("Fault"));
        problem(schemas.putObject("Problem"));
        document.withObject("/components/responses/Problem")
                .put("description", "Why it was not done, in the caller's language (RFC 9457)")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        versions(document);
    }

    private static void versions(ObjectNode document) {
        String tag = "The version in quotes, such as \"7\"";
        document.withObject("/components/headers/ETag")
                .put("description", tag)
                .putObject("schema")
                .put("type", "string");
        document.withObject("/components/parameters/IfMatch")
                .put("name", "If-Match")
                .put("in", "header")
                .put("description", tag + ", that was seen; another one now is answered with 409")
                .putObject("schema")
                .put("type", "string");
    }

    private static void fault(ObjectNode schema) {
        texts(schema.put("type", "object").putObject("properties"), "path", "code", "message", "hint");
        schema.putArray("required").add("path").add("code").add("message");
    }

    private static void problem(ObjectNode schema) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        texts(properties, "type", "title", "code", "message", "hint");
        properties.putObject("status").put("type", "integer");
        properties.putObject("details").put("type", "object");
        properties
                .putObject("faults")
                .put("type", "array")
                .putObject("items")
                .put("$ref", "#/components/schemas/Fault");
        schema.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("code")
                .add("message");
    }

    private static void texts(ObjectNode properties, String... names) {
        for (String name : names) {
            properties.putObject(name).put("type", "string");
        }
    }
}
