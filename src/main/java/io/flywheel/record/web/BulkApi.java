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
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Describes bulk work: of each object that the reader may change or delete. */
@Component
final class BulkApi implements OpenApiContribution {
    private static final String JOB = "BulkJob";
    private static final String TAG = "bulk work";

    private final Catalogs catalogs;
    private final Access access;

    BulkApi(Catalogs catalogs, Access access) {
        this.catalogs = catalogs;
        this.access = access;
    }

    @Override
    public void contribute(Actor actor, ObjectNode document) {
        job((ObjectNode) document.at("/components/schemas"));
        for (ObjectDefinition object : catalogs.of(actor.workspace()).objects().values()) {
            if (access.sees(actor, object.name())) {
                ObjectRights rights = access.on(actor, object.name());
                if (rights.may(Right.CHANGE) || rights.may(Right.DELETE)) {
                    begin(document, object, object.plural().in(actor.language()));
                }
            }
        }
        OpenApiOperation.in(document, "GET", "/api/bulk", TAG, "List one's latest bulk work")
                .answers(200, "The newest first", answer -> schema(JOB).accept(items(answer, "jobs")))
                .refuses(400);
        OpenApiOperation.in(document, "GET", "/api/bulk/{id}", TAG, "Read how far bulk work has come")
                .answers(200, "As it stands", schema(JOB))
                .refuses(404);
        OpenApiOperation.in(
                        document, "GET", "/api/bulk/{id}/refused", TAG, "Read what was not written, or not put back")
                .answers(200, "The first thousand records with the reasons, and how many there are", BulkApi::refused)
                .refuses(404);
        OpenApiOperation.in(document, "DELETE", "/api/bulk/{id}", TAG, "Stop bulk work, and take back what it wrote")
                .answers(202, "It is done, or under way", schema(JOB))
                .refuses(404, 409);
    }

    private static void begin(ObjectNode document, ObjectDefinition object, String plural) {
        OpenApiOperation.in(
                        document,
                        "POST",
                        "/api/objects/" + object.name() + "/bulk",
                        plural,
                        "Change, hand over, delete or restore many: " + plural)
                .takes(BulkApi::wish)
                .answers(202, "Done at once if there are few, else under way", schema(JOB))
                .refuses(400, 403, 404, 409, 413, 422, 429);
    }

    private static void wish(ObjectNode body) {
        ObjectNode properties = body.put("type", "object").putObject("properties");
        words(properties.putObject("action"), List.of("change", "transfer", "delete", "restore"));
        properties
                .putObject("ids")
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", 10_000)
                .putObject("items")
                .put("type", "string")
                .put("format", "uuid");
        properties
                .putObject("where")
                .put("type", "string")
                .put("description", "A condition in place of ids; empty for all records");
        properties
                .putObject("values")
                .put("type", "object")
                .put("description", "Field to value; of a transfer only the owner");
        properties
                .putObject("expected")
                .put("type", "integer")
                .put("description", "Refuse if there are not as many records");
        body.putArray("required").add("action");
    }

    private static void words(ObjectNode schema, List<String> words) {
        schema.put("type", "string");
        words.forEach(schema.putArray("enum")::add);
    }

    private static void job(ObjectNode schemas) {
        ObjectNode properties = schemas.putObject(JOB).put("type", "object").putObject("properties");
        for (String text : new String[] {"id", "object", "action", "createdAt"}) {
            properties.putObject(text).put("type", "string");
        }
        words(properties.putObject("state"), List.of("queued", "running", "done", "failed", "undoing", "undone"));
        for (String number : new String[] {"done", "total", "refused", "restored", "left"}) {
            properties.putObject(number).put("type", "integer");
        }
        properties
                .putObject("finishedAt")
                .put("description", "Null while it is under way")
                .putArray("type")
                .add("string")
                .add("null");
        properties.putObject("values").put("type", "object");
        faults(properties);
    }

    private static void refused(ObjectNode answer) {
        ObjectNode record = items(answer, "records").put("type", "object").putObject("properties");
        ((ObjectNode) answer.path("properties")).putObject("count").put("type", "integer");
        record.putObject("id").put("type", "string");
        record.putObject("title").putArray("type").add("string").add("null");
        faults(record);
    }

    private static void faults(ObjectNode properties) {
        ObjectNode fault = properties
                .putObject("faults")
                .put("type", "array")
                .putObject("items")
                .put("type", "object")
                .putObject("properties");
        for (String text : new String[] {"path", "code", "message"}) {
            fault.putObject(text).put("type", "string");
        }
    }

    private static ObjectNode items(ObjectNode schema, String name) {
        return schema.put("type", "object")
                .putObject("properties")
                .putObject(name)
                .put("type", "array")
                .putObject("items");
    }
}
