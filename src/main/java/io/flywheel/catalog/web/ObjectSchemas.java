package io.flywheel.catalog.web;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.http.OpenApiContribution;
import io.flywheel.kernel.Actor;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The workspace's objects as schemas of its API document: {@code components.schemas.<object>}. */
@Component
class ObjectSchemas implements OpenApiContribution {
    private final Catalogs catalogs;
    private final DefinitionRights rights;

    ObjectSchemas(Catalogs catalogs, DefinitionRights rights) {
        this.catalogs = catalogs;
        this.rights = rights;
    }

    @Override
    public void contribute(Actor actor, ObjectNode document) {
        ObjectNode schemas = document.withObject("/components/schemas");
        catalogs.of(actor.workspace()).objects().values().stream()
                .filter(object -> rights.sees(actor, Catalog.OBJECT, object.name()))
                .forEach(object -> object(actor, object, schemas.putObject(object.name())));
    }

    private void object(Actor actor, ObjectDefinition object, ObjectNode schema) {
        schema.put("type", "object").put("title", object.label().in(actor.language()));
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (FieldDefinition field : object.fields().values()) {
            if (!rights.seesField(actor, object.name(), field.name())) {
                continue;
            }
            ObjectNode property = properties.putObject(field.name());
            property.put("title", field.label().in(actor.language()));
            type(ColumnType.result(field.type()), property);
            if (field.system() || field.type() instanceof FieldType.Computed) {
                property.put("readOnly", true);
            }
            if (field.required()) {
                required.add(field.name());
            }
        }
    }

    private static void type(FieldType type, ObjectNode schema) {
        switch (type) {
            case FieldType.YesNo ignored -> schema.put("type", "boolean");
            case FieldType.Date ignored -> schema.put("type", "string").put("format", "date");
            case FieldType.DateTime ignored -> schema.put("type", "string").put("format", "date-time");
            case FieldType.Referring ignored -> schema.put("type", "string").put("format", "uuid");
            case FieldType.Email ignored -> schema.put("type", "string").put("format", "email");
            case FieldType.Link ignored -> schema.put("type", "string").put("format", "uri");
            case FieldType.Choice choice ->
                options(schema.put("type", "string"), choice.options().keySet());
            case FieldType.MultiChoice choice ->
                options(
                        schema.put("type", "array").putObject("items").put("type", "string"),
                        choice.options().keySet());
            case FieldType.Lines lines ->
                schema.put("type", "array").putObject("items").put("$ref", "#/components/schemas/" + lines.object());
            case FieldType other -> plain(other, schema);
        }
    }

    private static void plain(FieldType type, ObjectNode schema) {
        boolean number = ColumnType.digits(type) >= 0;
        schema.put("type", number ? "number" : "string");
        if (!number && ColumnType.length(type) != Integer.MAX_VALUE) {
            schema.put("maxLength", ColumnType.length(type));
        }
    }

    private static void options(ObjectNode schema, Set<String> keys) {
        ArrayNode all = schema.putArray("enum");
        keys.forEach(all::add);
    }
}
