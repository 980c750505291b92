package io.flywheel.record.web;

import io.flywheel.access.Access;
import io.flywheel.catalog.Catalogs;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Queries;
import io.flywheel.query.Titles;
import io.flywheel.record.bulk.BulkDesk;
import io.flywheel.record.bulk.BulkJob;
import io.flywheel.record.bulk.BulkJobs;
import io.flywheel.record.bulk.BulkRefusals;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bulk work over HTTP: begun for an object, followed and taken back by its id. */
@Component
final class BulkRoutes implements RouteSource {
    private static final int LATEST = 20;
    private static final int NAMED_AT_ONCE = 500;

    private final BulkDesk desk;
    private final BulkJobs jobs;
    private final BulkRefusals refusals;
    private final Access access;
    private final Catalogs catalogs;
    private final Queries queries;
    private final ObjectMapper json;

    BulkRoutes(
            BulkDesk desk,
            BulkJobs jobs,
            BulkRefusals refusals,
            Access access,
            Catalogs catalogs,
            Queries queries,
            ObjectMapper json) {
        this.desk = desk;
        this.jobs = jobs;
        this.refusals = refusals;
        this.access = access;
        this.catalogs = catalogs;
        this.queries = queries;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.post("/api/objects/{object}/bulk", this::begin)
                .get("/api/bulk", this::list)
                .get("/api/bulk/{id}", this::show)
                .get("/api/bulk/{id}/refused", this::refused)
                .delete("/api/bulk/{id}", this::undo);
    }

    private void begin(Call call) throws IOException {
        call.knows();
        access.on(call.actor(), call.variable("object"));
        JsonNode body;
        try (InputStream in = call.json()) {
            body = json.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(in);
        }
        BulkForm form = BulkForm.read(call.variable("object"), body);
        send(call, 202, node(desk.accept(call.actor(), form.wish(), form.ids(), form.expected()), call.actor()));
    }

    private void list(Call call) throws IOException {
        call.knows();
        ObjectNode answer = json.createObjectNode();
        ArrayNode all = answer.putArray("jobs");
        jobs.latest(call.actor().workspace(), call.actor().member(), LATEST)
                .forEach(job -> all.add(node(job, call.actor())));
        send(call, 200, answer);
    }

    private void show(Call call) throws IOException {
        send(call, 200, node(find(call), call.actor()));
    }

    private void undo(Call call) throws IOException {
        send(call, 202, node(desk.undo(call.actor().workspace(), find(call)), call.actor()));
    }

    /** Of a job that was taken back: what could not be put back; otherwise what could not be written. */
    private void refused(Call call) throws IOException {
        BulkJob job = find(call);
        boolean undone = job.undo().cause() != null;
        List<BulkRefusals.Refused> refused = refusals.of(call.actor().workspace(), job.id(), undone);
        ObjectNode answer = json.createObjectNode()
                .put("count", undone ? job.undo().left() : job.counts().refused());
        ArrayNode records = answer.putArray("records");
        for (int from = 0; from < refused.size(); from += NAMED_AT_ONCE) {
            List<BulkRefusals.Refused> some = refused.subList(from, Math.min(refused.size(), from + NAMED_AT_ONCE));
            Titles titles = new Titles(queries, catalogs.of(call.actor().workspace()), call.actor());
            some.forEach(one -> titles.want(job.wish().object(), one.record().toString()));
            some.forEach(one -> {
                String id = one.record().toString();
                records.addObject()
                        .put("id", id)
                        .put("title", titles.of(job.wish().object(), id))
                        .set("faults", FaultNodes.of(one.faults(), call.actor().language()));
            });
        }
        send(call, 200, answer);
    }

    /** One's own; an administrator finds all. */
    private BulkJob find(Call call) {
        Problem.NotFound none = new Problem.NotFound("record.no-such-bulk", Map.of());
        UUID id;
        try {
            id = UUID.fromString(call.variable("id"));
        } catch (IllegalArgumentException e) {
            throw none;
        }
        return jobs.find(call.actor().workspace(), id)
                .filter(job -> job.member().equals(call.actor().member()) || access.administers(call.actor()))
                .orElseThrow(() -> none);
    }

    private ObjectNode node(BulkJob job, Actor actor) {
        ObjectNode node = json.createObjectNode()
                .put("id", job.id().toString())
                .put("object", job.wish().object())
                .put("action", job.wish().action().word())
                .put("state", job.state().word())
                .put("done", job.counts().done())
                .put("total", job.counts().total())
                .put("refused", job.counts().refused())
                .put("restored", job.undo().putBack())
                .put("left", job.undo().left())
                .put("createdAt", job.createdAt().toString())
                .put(
                        "finishedAt",
                        job.finishedAt() == null ? null : job.finishedAt().toString());
        node.set("values", job.wish().values());
        node.set("faults", FaultNodes.of(job.faults(), actor.language()));
        return node;
    }

    private void send(Call call, int status, JsonNode node) throws IOException {
        call.send(status, json.writeValueAsBytes(node));
    }
}
