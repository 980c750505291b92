package io.flywheel.query.web;

import io.flywheel.access.Access;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.http.OpenApiContribution;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.FieldTypes;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Describes reading: each object in sight with its lists and single records, aggregates and search. */
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
        ObjectNode paths = document.withObject("/paths");
        ObjectNode schemas = document.withObject("/components/schemas");
        for (ObjectDefinition object : catalogs.of(actor.workspace()).objects().values()) {
            if (visible(actor, object, schemas)) {
                list(paths, actor, object);
                one(paths, actor, object);
            }
        }
        operation(path(paths, "/api/query", "post"), "Groups and measures of an object's records");
        ObjectNode search = path(paths, "/api/search", "get");
        parameter(search, "q", "query");
        operation(search, "Records of any object by words");
    }

    /** Adds the object's schema, if the actor sees it. */
    private boolean visible(Actor actor, ObjectDefinition object, ObjectNode schemas) {
        try {
            var rights = access.on(actor, object.name());
            ObjectNode schema = schemas.putObject(object.name());
            schema.put("type", "object").put("title", object.label().in(actor.language()));
            ObjectNode properties = schema.putObject("properties");
            object.fields().values().stream()
                    .filter(field -> rights.sees(field.name()) && !(field.type() instanceof FieldType.Lines))
                    .forEach(field -> property(actor, field, properties.putObject(field.name())));
            return true;
        } catch (Problem.NotFound hidden) {
            return false;
        }
    }

    private static void property(Actor actor, FieldDefinition field, ObjectNode property) {
        property.put("title", field.label().in(actor.language()));
        switch (field.name().equals("id") ? "id" : FieldTypes.name(field.type())) {
            case "number", "money", "percent" -> property.put("type", "number");
            case "yesNo" -> property.put("type", "boolean");
            case "multiChoice" ->
                property.put("type", "array").putObject("items").put("type", "string");
            case "date" -> property.put("type", "string").put("format", "date");
            case "dateTime" -> property.put("type", "string").put("format", "date-time");
            case "id" -> property.put("type", "string").put("format", "uuid");
            case "reference" -> {
                ObjectNode parts = property.put("type", "object").putObject("properties");
                parts.putObject("id").put("type", "string").put("format", "uuid");
                parts.putObject("title").putArray("type").add("string").add("null");
            }
            default -> property.put("type", "string");
        }
    }

    private static void list(ObjectNode paths, Actor actor, ObjectDefinition object) {
        ObjectNode list = path(paths, "/api/objects/" + object.name() + "/records", "get");
        for (String name : Asked.LIST) {
            parameter(list, name, "query");
        }
        ObjectNode answer = operation(list, object.plural().in(actor.language()));
        ObjectNode properties = answer.put("type", "object").putObject("properties");
        reference(properties.putObject("records").put("type", "array").putObject("items"), object);
        properties.putObject("next").putArray("type").add("string").add("null");
        properties.putObject("count").put("type", "integer");
    }

    private static void one(ObjectNode paths, Actor actor, ObjectDefinition object) {
        ObjectNode one = path(paths, "/api/objects/" + object.name() + "/records/{id}", "get");
        parameter(one, "id", "path");
        parameter(one, "fields", "query");
        reference(operation(one, object.label().in(actor.language())), object);
    }

    private static ObjectNode path(ObjectNode paths, String path, String method) {
        ObjectNode known = paths.get(path) instanceof ObjectNode there ? there : paths.putObject(path);
        return known.putObject(method);
    }

    private static void parameter(ObjectNode operation, String name, String place) {
        ObjectNode parameter = operation.withArray("/parameters").addObject();
        parameter.put("name", name).put("in", place).put("required", place.equals("path"));
        parameter.putObject("schema").put("type", name.equals("limit") ? "integer" : "string");
    }

    private static ObjectNode operation(ObjectNode operation, String summary) {
        operation.put("summary", summary);
        ObjectNode ok = operation.putObject("responses").putObject("200").put("description", summary);
        ObjectNode content = ok.putObject("content");
        return content.putObject("application/json").putObject("schema");
    }

    private static void reference(ObjectNode schema, ObjectDefinition object) {
        schema.put("$ref", "#/components/schemas/" + object.name());
    }
}
