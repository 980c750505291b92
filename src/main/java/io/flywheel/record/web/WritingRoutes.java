package io.flywheel.record.web;

import io.flywheel.access.Access;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.record.Batch;
import io.flywheel.record.Outcome;
import io.flywheel.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writing over HTTP: records of any object, one or many. */
@Component
final class WritingRoutes implements RouteSource {
    private static final String ALL = "/api/objects/{object}/records";
    private static final String ONE = ALL + "/{id}";
    private static final int MOST = 10_000;

    private final Records records;
    private final Catalogs catalogs;
    private final Access access;
    private final ObjectMapper json;

    WritingRoutes(Records records, Catalogs catalogs, Access access, ObjectMapper json) {
        this.records = records;
        this.catalogs = catalogs;
        this.access = access;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.post(ALL, this::create)
                .patch(ALL, this::changeMany)
                .delete(ALL, this::deleteMany)
                .patch(ONE, this::change)
                .delete(ONE, this::delete)
                .post(ONE + "/restoration", this::restore);
    }

    private void create(Call call) throws IOException {
        Catalog catalog = catalogs.of(call.actor().workspace());
        JsonNode body = body(call);
        List<JsonNode> nodes = nodes(body);
        List<Batch> batches = reader(call).creations(nodes, skips(call) && body.isArray(), catalog);
        Outcome outcome = batches.size() == 1
                ? records.write(call.actor(), batches.getFirst())
                : records.write(call.actor(), batches).getFirst();
        if (body.isArray()) {
            send(call, 201, many(outcome, call.actor()));
        } else {
            one(call, 201, outcome.written().getFirst());
        }
    }

    private void change(Call call) throws IOException {
        JsonNode body = body(call);
        if (!(body instanceof ObjectNode given)) {
            throw new Problem.Malformed("record.body-no-object", Map.of());
        }
        given.put("id", id(call).toString());
        Integer expected = call.expectedVersion();
        if (expected != null) {
            given.put("version", expected);
        }
        Batch batch = reader(call).changes(List.of(given), false).getFirst();
        one(call, 200, records.write(call.actor(), batch).written().getFirst());
    }

    private void changeMany(Call call) throws IOException {
        List<Batch> batches = reader(call).changes(nodes(body(call)), skips(call));
        List<Outcome.Written> written = new ArrayList<>();
        List<Outcome.Refused> refused = new ArrayList<>();
        for (Outcome outcome : records.write(call.actor(), batches)) {
            written.addAll(outcome.written());
            refused.addAll(outcome.refused());
        }
        send(call, 200, many(new Outcome(written, refused), call.actor()));
    }

    private void delete(Call call) {
        records.write(call.actor(), removal(call, Batch.Operation.DELETE, List.of(id(call)), call.expectedVersion()));
        call.sendNothing();
    }

    private void restore(Call call) throws IOException {
        Batch batch = removal(call, Batch.Operation.RESTORE, List.of(id(call)), null);
        one(call, 200, records.write(call.actor(), batch).written().getFirst());
    }

    private void deleteMany(Call call) throws IOException {
        List<UUID> ids = new ArrayList<>();
        String given = call.parameter("ids");
        if (given == null || given.isBlank()) {
            throw new Problem.Malformed("record.ids-missing", Map.of());
        }
        for (String id : given.split(",", MOST + 1)) {
            ids.add(id(id));
        }
        Outcome outcome = records.write(call.actor(), removal(call, Batch.Operation.DELETE, ids, null));
        send(call, 200, many(outcome, call.actor()));
    }

    private Batch removal(Call call, Batch.Operation operation, List<UUID> ids, @Nullable Integer version) {
        List<Batch.Row> rows = new ArrayList<>();
        for (UUID id : ids) {
            rows.add(new Batch.Row(rows.size(), id, version, new Object[0]));
        }
        return new Batch(object(call).name(), operation, List.of(), rows, skips(call), null);
    }

    private RecordBody reader(Call call) {
        return new RecordBody(object(call), name -> access.on(call.actor(), name));
    }

    private ObjectDefinition object(Call call) {
        access.on(call.actor(), call.variable("object"));
        return catalogs.of(call.actor().workspace())
                .object(call.variable("object"))
                .orElseThrow(() -> new Problem.NotFound("record.no-such-object", Map.of()));
    }

    private static UUID id(Call call) {
        return id(call.variable("id"));
    }

    /** A text that is no id names no record. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("record.no-record-of-that-id", Map.of("id", text));
        }
    }

    private static boolean skips(Call call) {
        call.knows("onFault", "ids");
        String onFault = call.parameter("onFault");
        if (onFault != null && !onFault.equals("skip") && !onFault.equals("stop")) {
            throw new Problem.Malformed("record.on-fault-unknown", Map.of("given", onFault));
        }
        return "skip".equals(onFault);
    }

    private JsonNode body(Call call) throws IOException {
        try (InputStream in = call.json()) {
            return json.readTree(in);
        }
    }

    private static List<JsonNode> nodes(JsonNode body) {
        if (!body.isArray()) {
            return List.of(body);
        }
        if (body.isEmpty() || body.size() > MOST) {
            throw new Problem.Malformed("record.batch-size", Map.of("given", body.size(), "most", MOST));
        }
        List<JsonNode> nodes = new ArrayList<>(body.size());
        body.forEach(nodes::add);
        return nodes;
    }

    private void one(Call call, int status, Outcome.Written written) throws IOException {
        call.etag(written.version());
        send(call, status, row(written, call.actor()));
    }

    private ObjectNode row(Outcome.Written written, Actor actor) {
        ObjectNode node =
                json.createObjectNode().put("id", written.id().toString()).put("version", written.version());
        if (!written.warnings().isEmpty()) {
            node.set("warnings", FaultNodes.of(written.warnings(), actor.language()));
        }
        return node;
    }

    private ObjectNode many(Outcome outcome, Actor actor) {
        ObjectNode node = json.createObjectNode();
        ArrayNode written = node.putArray("records");
        outcome.written().forEach(row -> written.add(row(row, actor).put("index", row.number())));
        ArrayNode refused = node.putArray("refused");
        outcome.refused()
                .forEach(row -> refused.addObject()
                        .put("index", row.number())
                        .set("faults", FaultNodes.of(row.faults(), actor.language())));
        return node;
    }

    private void send(Call call, int status, JsonNode node) throws IOException {
        call.send(status, json.writeValueAsBytes(node));
    }
}
