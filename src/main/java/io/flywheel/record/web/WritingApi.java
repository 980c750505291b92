package io.flywheel.record.web;

import static io.flywheel.http.OpenApiOperation.schema;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.http.OpenApiContribution;
import io.flywheel.http.OpenApiOperation;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.record.work.RankedFacility;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Describes writing, previews, histories and the bin: each object in sight, as far as the actor's rights go. */
@Component
final class WritingApi implements OpenApiContribution {
    private final Catalogs catalogs;
    private final Access access;

    WritingApi(Catalogs catalogs, Access access) {
        this.catalogs = catalogs;
        this.access = access;
    }

    @Override
    public void contribute(Actor actor, ObjectNode document) {
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        OutcomeSchemas.add(schemas);
        Map<ObjectDefinition, ObjectRights> seen = seen(actor);
        EntryForm forms = new EntryForm(seen, actor.language());
        seen.forEach((object, rights) -> {
            forms.addValues(schemas, object);
            if (rights.may(Right.CREATE)) {
                forms.addEntry(schemas, object);
            }
            object(new ObjectPaths(document, object, actor.language()), rights);
        });
        if (access.administers(actor)) {
            summaries(document);
        }
    }

    private Map<ObjectDefinition, ObjectRights> seen(Actor actor) {
        Map<ObjectDefinition, ObjectRights> seen = new LinkedHashMap<>();
        for (ObjectDefinition object : catalogs.of(actor.workspace()).objects().values()) {
            try {
                seen.put(object, access.on(actor, object.name()));
            } catch (Problem.NotFound hidden) {
                // What the actor may not see does not exist in the document either.
            }
        }
        return seen;
    }

    private static void object(ObjectPaths paths, ObjectRights rights) {
        if (rights.may(Right.CREATE)) {
            paths.create();
        }
        if (rights.may(Right.CHANGE)) {
            paths.change();
            paths.changeMany();
            paths.position();
        }
        if (rights.may(Right.DELETE)) {
            paths.delete();
            paths.deleteMany();
            paths.restore();
        }
        paths.preview();
        paths.history();
        paths.bin();
    }

    private static void summaries(ObjectNode document) {
        OpenApiOperation.in(document, "GET", "/api/summaries", "summaries", "Hold kept sums against a recount")
                .answers(200, "Each summary, and how many of its groups differ", WritingApi::counted)
                .refuses(403);
        OpenApiOperation.in(document, "POST", "/api/summaries/refill", "summaries", "Fill all kept sums anew")
                .answers(202, "It is under way", answer -> answer.put("type", "object"))
                .refuses(403);
    }

    private static void counted(ObjectNode schema) {
        ObjectNode items = schema.put("type", "object")
                .putObject("properties")
                .putObject("summaries")
                .put("type", "array")
                .putObject("items");
        ObjectNode properties = items.put("type", "object").putObject("properties");
        properties.putObject("object").put("type", "string");
        for (String names : new String[] {"by", "sums"}) {
            properties.putObject(names).put("type", "array").putObject("items").put("type", "string");
        }
        properties.putObject("filled").put("type", "boolean");
        properties.putObject("rows").put("type", "integer");
        properties.putObject("differing").put("type", "integer");
    }

    /** The operations on one object's records, one by one. */
    private record ObjectPaths(ObjectNode document, ObjectDefinition object, Language language) {
        private OpenApiOperation on(String method, String path, String summary) {
            String plural = object.plural().in(language);
            return OpenApiOperation.in(
                    document, method, "/api/objects/" + object.name() + path, plural, summary + ": " + plural);
        }

        void create() {
            on("POST", "/records", "Create a record, or several at once")
                    .asks("onFault", false, WritingApi::onFault)
                    .takes(body -> {
                        var either = body.putArray("oneOf");
                        schema(EntryForm.entry(object)).accept(either.addObject());
                        schema(EntryForm.entry(object)).accept(several(either.addObject()));
                    })
                    .answersVersion(201, "Written; of several, which and which not. One alone has its ETag", answer -> {
                        var either = answer.putArray("anyOf");
                        schema(OutcomeSchemas.WRITTEN).accept(either.addObject());
                        schema(OutcomeSchemas.MANY).accept(either.addObject());
                    })
                    .refuses(400, 403, 404, 413, 422);
        }

        void change() {
            on("PATCH", "/records/{id}", "Change the given fields of a record")
                    .expectsVersion()
                    .takes(schema(EntryForm.values(object)))
                    .answersVersion(200, "Written", schema(OutcomeSchemas.WRITTEN))
                    .refuses(400, 403, 404, 409, 413, 422);
        }

        void changeMany() {
            on("PATCH", "/records", "Change the given fields of several records")
                    .asks("onFault", false, WritingApi::onFault)
                    .takes(body -> {
                        ObjectNode item = several(body);
                        schema(EntryForm.values(object))
                                .accept(item.putArray("allOf").addObject());
                        ObjectNode properties = item.put("type", "object").putObject("properties");
                        properties.putObject("id").put("type", "string").put("format", "uuid");
                        properties
                                .putObject("version")
                                .put("type", "integer")
                                .put("description", "The version that was seen, if it matters");
                        item.putArray("required").add("id");
                    })
                    .answers(200, "Which were written, and which not", schema(OutcomeSchemas.MANY))
                    .refuses(400, 403, 404, 409, 413, 422);
        }

        void position() {
            if (!object.facilities().containsKey(RankedFacility.NAME)) {
                return;
            }
            on("POST", "/records/{id}/position", "Put a record between two others, maybe changing it")
                    .expectsVersion()
                    .takes(body -> {
                        ObjectNode properties = body.put("type", "object").putObject("properties");
                        for (String side : new String[] {"above", "below"}) {
                            properties.putObject(side).put("type", "string").put("format", "uuid");
                        }
                        schema(EntryForm.values(object)).accept(properties.putObject("values"));
                    })
                    .answersVersion(200, "It stands there", schema(OutcomeSchemas.WRITTEN))
                    .refuses(400, 403, 404, 409, 413, 422);
        }

        void delete() {
            on("DELETE", "/records/{id}", "Move a record to the recycle bin")
                    .expectsVersion()
                    .answersNothing("Moved")
                    .refuses(400, 403, 404, 409, 422);
        }

        void deleteMany() {
            on("DELETE", "/records", "Move several records to the recycle bin")
                    .asks(
                            "ids",
                            true,
                            ids -> ids.put("type", "string").put("description", "Ids, with commas in between"))
                    .asks("onFault", false, WritingApi::onFault)
                    .answers(200, "Which were moved, and which not", schema(OutcomeSchemas.MANY))
                    .refuses(400, 403, 404, 422);
        }

        void restore() {
            on("POST", "/records/{id}/restoration", "Bring a record back from the recycle bin")
                    .answersVersion(200, "Back", schema(OutcomeSchemas.WRITTEN))
                    .refuses(400, 403, 404, 422);
        }

        void preview() {
            on("POST", "/preview", "See what saving a form would say, without writing")
                    .takes(body -> {
                        ObjectNode properties = body.put("type", "object").putObject("properties");
                        properties
                                .putObject("id")
                                .put("description", "Of the record that is changed; a new one has none")
                                .putArray("type")
                                .add("string")
                                .add("null");
                        schema(EntryForm.values(object)).accept(properties.putObject("values"));
                        body.putArray("required").add("values");
                    })
                    .answers(200, "What the form holds now", schema(OutcomeSchemas.PREVIEW))
                    .refuses(400, 404, 413, 422);
        }

        void history() {
            on("GET", "/records/{id}/history", "Read what happened to a record, the newest first")
                    .asks("after", "string")
                    .asks("limit", "integer")
                    .answers(200, "A page of changes", schema(OutcomeSchemas.HISTORY))
                    .refuses(400, 404, 422);
        }

        void bin() {
            on("GET", "/bin", "Read the recycle bin, the latest first")
                    .asks("after", "string")
                    .answers(200, "A page of deleted records", schema(OutcomeSchemas.BIN))
                    .refuses(400, 404);
        }
    }

    /** An array of what is described next. */
    private static ObjectNode several(ObjectNode schema) {
        return schema.put("type", "array")
                .put("minItems", 1)
                .put("maxItems", 10_000)
                .putObject("items");
    }

    private static void onFault(ObjectNode schema) {
        schema.put("type", "string").put("default", "stop").put("description", "stop: all or nothing");
        schema.putArray("enum").add("stop").add("skip");
    }
}
