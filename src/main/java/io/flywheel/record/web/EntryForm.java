package io.flywheel.record.web;

import static io.flywheel.http.OpenApiOperation.schema;

import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldSchema;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Language;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as its writer gives it. {@code <object>.values} has every field that the writer may give, none of them
 * required; {@code <object>.entry} is a new record, with what must be there and its lines.
 *
 * @param seen the objects that the writer sees, with the rights on each
 */
record EntryForm(Map<ObjectDefinition, ObjectRights> seen, Language language) {
    static String values(ObjectDefinition object) {
        return object.name() + ".values";
    }

    static String entry(ObjectDefinition object) {
        return object.name() + ".entry";
    }

    /** Adds what may be given of an object. */
    void addValues(ObjectNode schemas, ObjectDefinition object) {
        ObjectNode values = schemas.putObject(values(object)).put("type", "object");
        ObjectNode properties = values.put("title", object.label().in(language)).putObject("properties");
        given(object).forEach(field -> {
            ObjectNode property = properties.putObject(field.name());
            FieldSchema.describe(field, language, false, property);
            if (field.defaultValue() != null) {
                property.put("description", described(property, "Default: " + field.defaultValue()));
            }
        });
    }

    /** Adds the form of a new record. */
    void addEntry(ObjectNode schemas, ObjectDefinition object) {
        ObjectNode entry =
                schemas.putObject(entry(object)).put("title", object.label().in(language));
        whole(object, entry, _ -> true);
        ObjectNode more = entry.putObject("properties");
        more.putObject("id")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "One of the writer's choice, else a new one");
        object.fields().values().forEach(field -> lines(object, field, more));
    }

    private static String described(ObjectNode property, String more) {
        String before = property.path("description").asString("");
        return before.isEmpty() ? more : before + " (" + more + ")";
    }

    private List<FieldDefinition> given(ObjectDefinition object) {
        ObjectRights rights = seen.get(object);
        return object.fields().values().stream()
                .filter(field -> rights != null
                        && rights.sees(field.name())
                        && !rights.fixed().contains(field.name()))
                .filter(field -> !field.system()
                        && !(field.type() instanceof FieldType.Computed)
                        && !(field.type() instanceof FieldType.Lines))
                .toList();
    }

    /** All values, and the names of those that nothing else supplies. */
    private void whole(ObjectDefinition object, ObjectNode schema, Predicate<String> asked) {
        schema(values(object)).accept(schema.putArray("allOf").addObject());
        ArrayNode required = schema.put("type", "object").putArray("required");
        given(object).stream()
                .filter(field -> field.required() && field.defaultValue() == null && asked.test(field.name()))
                .forEach(field -> required.add(field.name()));
    }

    /** A line need not name its record, which it is given with. */
    private void lines(ObjectDefinition object, FieldDefinition field, ObjectNode properties) {
        ObjectRights rights = seen.get(object);
        if (rights == null || !rights.sees(field.name()) || !(field.type() instanceof FieldType.Lines lines)) {
            return;
        }
        seen.keySet().stream()
                .filter(child -> child.name().equals(lines.object()))
                .findFirst()
                .ifPresent(child -> {
                    ObjectNode property = properties.putObject(field.name());
                    FieldSchema.describe(field, language, false, property);
                    whole(child, property.putObject("items"), name -> !name.equals(lines.via()));
                });
    }
}
