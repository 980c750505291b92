package io.flywheel.query.web;

import io.flywheel.http.OpenApiOperation;
import tools.jackson.databind.node.ObjectNode;

/** Describes what is asked of any object: aggregates and search. */
final class AcrossObjectsApi {
    private AcrossObjectsApi() {}

    static void describe(ObjectNode document) {
        OpenApiOperation.in(document, "POST", "/api/query", "query", "Group an object's records and measure the groups")
                .takes(AcrossObjectsApi::question)
                .answers(200, "Columns, and a row of values for each group", AcrossObjectsApi::table)
                .refuses(400, 404, 422);
        OpenApiOperation.in(document, "GET", "/api/search", "search", "Find records of any object by words")
                .asks("q", "string")
                .asks("limit", "integer")
                .answers(200, "The records that hold all words, best first", AcrossObjectsApi::found)
                .refuses(400, 422);
    }

    private static void question(ObjectNode schema) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        schema.putArray("required").add("object");
        properties.putObject("object").put("type", "string");
        properties.putObject("where").put("type", "string").put("description", "A condition, as an expression");
        ObjectNode groupBy = properties.putObject("groupBy").put("type", "array");
        groupBy.put("description", "Expressions, or objects that name them");
        groupBy.putObject("items").putArray("type").add("string").add("object");
        properties
                .putObject("measures")
                .put("type", "object")
                .put("description", "Name to expression, such as sum(amount)")
                .putObject("additionalProperties")
                .put("type", "string");
        properties.putObject("order").putArray("type").add("string").add("array");
        properties.putObject("limit").put("type", "integer").put("minimum", 1);
    }

    private static void table(ObjectNode schema) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        ObjectNode column = properties.putObject("columns").put("type", "array").putObject("items");
        texts(column.put("type", "object").putObject("properties"), "name", "type", "label");
        properties.putObject("rows").put("type", "array").putObject("items").put("type", "array");
    }

    private static void found(ObjectNode schema) {
        ObjectNode record = schema.put("type", "object")
                .putObject("properties")
                .putObject("records")
                .put("type", "array")
                .putObject("items");
        ObjectNode properties = record.put("type", "object").putObject("properties");
        texts(properties, "object", "id");
        properties.putObject("title").putArray("type").add("string").add("null");
    }

    private static void texts(ObjectNode properties, String... names) {
        for (String name : names) {
            properties.putObject(name).put("type", "string");
        }
    }
}
