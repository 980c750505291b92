package io.flywheel.record.web;

import static io.flywheel.http.OpenApiOperation.schema;

import tools.jackson.databind.node.ObjectNode;

/** What writing, previews, histories and the bin answer, for the document of the API. */
final class OutcomeSchemas {
    static final String WRITTEN = "RecordWritten";
    static final String MANY = "RecordsWritten";
    static final String PREVIEW = "RecordPreview";
    static final String HISTORY = "RecordHistory";
    static final String BIN = "RecycleBin";
    private static final String NAMED = "NamedRecord";

    private OutcomeSchemas() {}

    static void add(ObjectNode schemas) {
        written(properties(schemas, WRITTEN));
        many(properties(schemas, MANY));
        preview(properties(schemas, PREVIEW));
        history(properties(schemas, HISTORY));
        bin(properties(schemas, BIN));
        ObjectNode named = properties(schemas, NAMED);
        id(named);
        nullable(named, "title");
    }

    private static ObjectNode properties(ObjectNode schemas, String name) {
        return schemas.putObject(name).put("type", "object").putObject("properties");
    }

    private static void written(ObjectNode properties) {
        id(properties);
        integer(properties, "version");
        faults(properties, "warnings");
    }

    private static void many(ObjectNode properties) {
        ObjectNode written = items(properties, "records");
        written(written);
        integer(written, "index");
        ObjectNode refused = items(properties, "refused");
        integer(refused, "index");
        faults(refused, "faults");
    }

    private static void preview(ObjectNode properties) {
        properties.putObject("values").put("type", "object").put("description", "Field to computed value");
        for (String name : new String[] {"visible", "required", "readOnly"}) {
            properties
                    .putObject(name)
                    .put("type", "object")
                    .put("description", "Field to whether it is so now")
                    .putObject("additionalProperties")
                    .putArray("type")
                    .add("boolean")
                    .add("null");
        }
        faults(properties, "faults");
        faults(properties, "warnings");
    }

    private static void history(ObjectNode properties) {
        ObjectNode entry = items(properties, "entries");
        moment(entry, "at");
        entry.putObject("operation")
                .putArray("enum")
                .add("create")
                .add("change")
                .add("delete")
                .add("restore");
        integer(entry, "version");
        schema(NAMED).accept(entry.putObject("actor"));
        ObjectNode cause = entry.putObject("cause").put("description", "The job that did it; null if done by hand");
        cause.putArray("type").add("object").add("null");
        cause.putObject("properties")
                .putObject("kind")
                .putArray("enum")
                .add("bulk")
                .add("undo")
                .add("import");
        ((ObjectNode) cause.path("properties")).putObject("id").put("type", "string");
        ObjectNode change = items(entry, "changes");
        change.putObject("field").put("type", "string");
        change.putObject("old").put("description", "The value before; of a reference, the record with its title");
        change.putObject("new").put("description", "The value after");
        ObjectNode happening = items(entry, "happenings");
        happening.putObject("kind").put("type", "string").put("description", "Beside the fields, such as file");
        happening.putObject("old").put("description", "What was, or null");
        happening.putObject("new").put("description", "What is now, or null");
        nullable(properties, "next");
    }

    private static void bin(ObjectNode properties) {
        ObjectNode deleted = items(properties, "records");
        id(deleted);
        nullable(deleted, "title");
        integer(deleted, "version");
        moment(deleted, "deletedAt");
        schema(NAMED).accept(deleted.putObject("deletedBy"));
        nullable(properties, "next");
    }

    private static ObjectNode items(ObjectNode properties, String name) {
        ObjectNode items = properties.putObject(name).put("type", "array").putObject("items");
        return items.put("type", "object").putObject("properties");
    }

    private static void faults(ObjectNode properties, String name) {
        schema("Fault").accept(properties.putObject(name).put("type", "array").putObject("items"));
    }

    private static void id(ObjectNode properties) {
        properties.putObject("id").put("type", "string").put("format", "uuid");
    }

    private static void integer(ObjectNode properties, String name) {
        properties.putObject(name).put("type", "integer");
    }

    private static void moment(ObjectNode properties, String name) {
        properties.putObject(name).put("type", "string").put("format", "date-time");
    }

    private static void nullable(ObjectNode properties, String name) {
        properties.putObject(name).putArray("type").add("string").add("null");
    }
}
