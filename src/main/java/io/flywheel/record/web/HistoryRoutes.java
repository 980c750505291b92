package io.flywheel.record.web;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Queries;
import io.flywheel.query.Selection;
import io.flywheel.query.Titles;
import io.flywheel.record.Happenings;
import io.flywheel.record.log.RecordLog;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What happened to one record, the newest first: who, when, and each field's value before and after. */
@Component
final class HistoryRoutes implements RouteSource {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Map<Character, String> OPERATIONS =
            Map.of('c', "create", 'u', "change", 'd', "delete", 'r', "restore");

    private final RecordLog log;
    private final Queries queries;
    private final Catalogs catalogs;
    private final Access access;
    private final ObjectMapper json;

    HistoryRoutes(RecordLog log, Queries queries, Catalogs catalogs, Access access, ObjectMapper json) {
        this.log = log;
        this.queries = queries;
        this.catalogs = catalogs;
        this.access = access;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.get("/api/objects/{object}/records/{id}/history", this::history);
    }

    private void history(Call call) throws IOException {
        call.knows("after", "limit");
        String name = call.variable("object");
        ObjectRights rights = access.on(call.actor(), name);
        ObjectDefinition object = catalogs.of(call.actor().workspace())
                .object(name)
                .orElseThrow(() -> new Problem.NotFound("record.no-such-object", Map.of()));
        UUID id = visible(call.actor(), name, call.variable("id"));
        RecordLog.Place from = place(call.parameter("after"));
        int limit = number(call.parameter("limit"), USUAL);
        if (limit < 1 || limit > MOST) {
            throw new Problem.Invalid(Fault.of("limit", "query.limit-out-of-range", "most", MOST));
        }
        List<RecordLog.Entry> found = log.of(call.actor().workspace(), name, id, from, limit + 1);
        List<RecordLog.Entry> page = found.subList(0, Math.min(limit, found.size()));
        Titles titles = new Titles(queries, catalogs.of(call.actor().workspace()), call.actor());
        page.forEach(entry -> gather(entry, object, titles));
        ObjectNode answer = json.createObjectNode();
        ArrayNode entries = answer.putArray("entries");
        page.forEach(entry -> entries.add(entry(entry, object, rights, titles)));
        answer.put("next", found.size() > limit ? cursor(from.behind(page)) : null);
        call.send(200, json.writeValueAsBytes(answer));
    }

    /** A record that may not be seen has no history either. */
    private UUID visible(Actor actor, String object, String text) {
        Problem.NotFound none = new Problem.NotFound("record.no-record-of-that-id", Map.of("id", text));
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw none;
        }
        Selection one =
                new Selection(object, "id = \"" + id + "\"", List.of(), List.of("id"), 1, null, Selection.Count.NONE);
        if (queries.select(actor, one).records().isEmpty()) {
            throw none;
        }
        return id;
    }

    private static void gather(RecordLog.Entry entry, ObjectDefinition object, Titles titles) {
        titles.want(SystemObjects.MEMBER, entry.actor().toString());
        entry.changes()
                .forEach(change -> object.field(change.field()).ifPresent(field -> {
                    if (field.type() instanceof FieldType.Referring referring) {
                        titles.want(referring.object(), change.old().asString(""));
                        titles.want(referring.object(), change.now().asString(""));
                    }
                }));
    }

    private ObjectNode entry(RecordLog.Entry entry, ObjectDefinition object, ObjectRights rights, Titles titles) {
        ObjectNode node = json.createObjectNode()
                .put("at", entry.at().toString())
                .put("operation", OPERATIONS.getOrDefault(entry.operation(), "change"))
                .put("version", entry.version());
        node.set("actor", named(SystemObjects.MEMBER, entry.actor().toString(), titles));
        RecordLog.Cause cause = entry.cause();
        node.set(
                "cause",
                cause == null
                        ? NullNode.getInstance()
                        : json.createObjectNode()
                                .put("id", cause.id().toString())
                                .put("kind", cause.kind()));
        ArrayNode changes = node.putArray("changes");
        for (RecordLog.Change change : entry.changes()) {
            if (change.field().startsWith(Happenings.MARK)) {
                happening(node, change);
            }
            FieldDefinition field = object.field(change.field()).orElse(null);
            if (field != null && rights.sees(change.field())) {
                ObjectNode changed = changes.addObject().put("field", change.field());
                changed.set("old", value(field, change.old(), titles));
                changed.set("new", value(field, change.now(), titles));
            }
        }
        return node;
    }

    /** What happened beside the fields, such as a file that was added. */
    private static void happening(ObjectNode node, RecordLog.Change change) {
        ObjectNode happening = node.withArray("/happenings").addObject();
        happening.put("kind", change.field().substring(Happenings.MARK.length()));
        happening.set("old", change.old());
        happening.set("new", change.now());
    }

    private JsonNode value(FieldDefinition field, JsonNode value, Titles titles) {
        boolean refers = field.type() instanceof FieldType.Referring && value.isString();
        return refers ? named(((FieldType.Referring) field.type()).object(), value.asString(), titles) : value;
    }

    private JsonNode named(String object, String id, Titles titles) {
        return id.isEmpty()
                ? NullNode.getInstance()
                : json.createObjectNode().put("id", id).put("title", titles.of(object, id));
    }

    private static String cursor(RecordLog.Place place) {
        return place.version() + "." + place.told();
    }

    private static RecordLog.Place place(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return RecordLog.Place.NEWEST;
        }
        String[] parts = cursor.split("\\.", 2);
        int version = number(parts[0], 0);
        return parts.length == 1
                ? new RecordLog.Place(version - 1, 0)
                : new RecordLog.Place(version, Math.max(0, number(parts[1], 0)));
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Problem.Malformed("query.limit-no-number", Map.of("given", text));
        }
    }
}
