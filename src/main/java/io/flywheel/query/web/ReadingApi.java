package io.flywheel.query.web;

import static io.flywheel.http.OpenApiOperation.schema;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldSchema;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemFields;
import io.flywheel.http.OpenApiContribution;
import io.flywheel.http.OpenApiOperation;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes reading: each object in sight with its lists and single records, aggregates and search. A record as it is
 * read is {@code components.schemas.<object>}.
 */
@Component
class ReadingApi implements OpenApiContribution {
    private final Catalogs catalogs;
    private final Access access;

    ReadingApi(Catalogs catalogs, Access access) {
        this.catalogs = catalogs;
        this.access = access;
    }

    @Override
    public void contribute(Actor actor, ObjectNode document) {
        for (ObjectDefinition object : catalogs.of(actor.workspace()).objects().values()) {
            try {
                ObjectRights rights = access.on(actor, object.name());
                readForm(document, object, rights, actor.language());
                list(document, object, actor.language());
                one(document, object, actor.language());
            } catch (Problem.NotFound hidden) {
                // What the actor may not see does not exist in the document either.
            }
        }
        AcrossObjectsApi.describe(document);
    }

    private static void readForm(ObjectNode document, ObjectDefinition object, ObjectRights rights, Language language) {
        ObjectNode schema = ((ObjectNode) document.at("/components/schemas")).putObject(object.name());
        schema.put("type", "object").put("title", object.label().in(language));
        ObjectNode properties = schema.putObject("properties");
        object.fields().values().stream()
                .filter(field -> rights.sees(field.name()) && !(field.type() instanceof FieldType.Lines))
                .forEach(field -> property(field, language, properties.putObject(field.name())));
    }

    private static void property(FieldDefinition field, Language language, ObjectNode property) {
        FieldSchema.describe(field, language, true, property);
        if (field.name().equals(SystemFields.ID)) {
            property.put("type", "string");
        } else if (field.name().equals(SystemFields.VERSION)) {
            property.put("type", "integer");
        } else if (field.type() instanceof FieldType.Referring) {
            property.remove("format");
            property.putArray("type").add("object").add("null");
            ObjectNode parts = property.putObject("properties");
            parts.putObject("id").put("type", "string").put("format", "uuid");
            parts.putObject("title").putArray("type").add("string").add("null");
        }
    }

    private static void list(ObjectNode document, ObjectDefinition object, Language language) {
        String plural = object.plural().in(language);
        String path = "/api/objects/" + object.name() + "/records";
        OpenApiOperation list = OpenApiOperation.in(document, "GET", path, plural, "Read a page of records: " + plural);
        for (String name : Asked.LIST) {
            list.asks(name, name.equals("limit") ? "integer" : "string");
        }
        list.answers(200, "The page, and the cursor of the next one, if there is one", answer -> {
                    ObjectNode properties = answer.put("type", "object").putObject("properties");
                    schema(object.name())
                            .accept(properties
                                    .putObject("records")
                                    .put("type", "array")
                                    .putObject("items"));
                    properties.putObject("next").putArray("type").add("string").add("null");
                    properties.putObject("count").put("type", "integer");
                })
                .refuses(400, 404, 422);
    }

    private static void one(ObjectNode document, ObjectDefinition object, Language language) {
        String path = "/api/objects/" + object.name() + "/records/{id}";
        String label = object.label().in(language);
        OpenApiOperation.in(document, "GET", path, object.plural().in(language), "Read one record: " + label)
                .asks("fields", "string")
                .answersVersion(200, "The record", schema(object.name()))
                .refuses(400, 404, 422);
    }
}
