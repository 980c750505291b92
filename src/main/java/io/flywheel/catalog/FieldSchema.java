package io.flywheel.catalog;

import io.flywheel.kernel.Language;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A field's values in JSON, as a JSON Schema; null is allowed, being an empty field. */
public final class FieldSchema {
    private FieldSchema() {}

    /**
     * Says what a field is called and holds. A reference is the id of its record; lines are left to the caller.
     *
     * @param retired whether options that are out of use count
     */
    public static void describe(FieldDefinition field, Language language, boolean retired, ObjectNode schema) {
        schema.put("title", field.label().in(language));
        if (field.help() != null) {
            schema.put("description", field.help().in(language));
        }
        switch (ColumnType.result(field.type())) {
            case FieldType.YesNo _ -> type(schema, "boolean");
            case FieldType.Number _, FieldType.Money _, FieldType.Percent _ -> type(schema, "number");
            case FieldType.Date _ -> type(schema, "string").put("format", "date");
            case FieldType.DateTime _ -> type(schema, "string").put("format", "date-time");
            case FieldType.Referring _ -> type(schema, "string").put("format", "uuid");
            case FieldType.Email _ -> type(schema, "string").put("format", "email");
            case FieldType.Link _ -> type(schema, "string").put("format", "uri");
            case FieldType.Text text -> type(schema, "string").put("maxLength", text.length());
            case FieldType.LongText text -> type(schema, "string").put("maxLength", text.length());
            case FieldType.Choice choice ->
                options(choice.options(), retired, type(schema, "string")).addNull();
            case FieldType.MultiChoice choice ->
                options(
                        choice.options(),
                        retired,
                        type(schema, "array").putObject("items").put("type", "string"));
            case FieldType.Lines _ -> type(schema, "array");
            case FieldType _ -> type(schema, "string");
        }
    }

    private static ObjectNode type(ObjectNode schema, String type) {
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    private static ArrayNode options(Map<String, FieldType.Option> options, boolean retired, ObjectNode schema) {
        ArrayNode keys = schema.putArray("enum");
        options.forEach((key, option) -> {
            if (retired || !option.retired()) {
                keys.add(key);
            }
        });
        return keys;
    }
}
