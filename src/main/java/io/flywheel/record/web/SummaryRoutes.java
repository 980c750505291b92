package io.flywheel.record.web;

import io.flywheel.access.Access;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.Refilling;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.record.log.LedgerRecount;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** For operators: kept sums held against a recount, and filled anew. Numbers of all records, so for administrators. */
@Component
final class SummaryRoutes implements RouteSource {
    private final LedgerRecount recount;
    private final Refilling refilling;
    private final Access access;
    private final Catalogs catalogs;
    private final ObjectMapper json;

    SummaryRoutes(LedgerRecount recount, Refilling refilling, Access access, Catalogs catalogs, ObjectMapper json) {
        this.recount = recount;
        this.refilling = refilling;
        this.access = access;
        this.catalogs = catalogs;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.get("/api/summaries", this::list).post("/api/summaries/refill", this::refill);
    }

    private void list(Call call) throws IOException {
        Actor actor = administrator(call);
        call.send(
                200,
                json.writeValueAsBytes(
                        Map.of("summaries", recount.all(actor.workspace(), catalogs.of(actor.workspace())))));
    }

    private void refill(Call call) throws IOException {
        refilling.refill(administrator(call).workspace());
        call.send(202, json.writeValueAsBytes(Map.of()));
    }

    private Actor administrator(Call call) {
        Actor actor = call.actor();
        if (!access.administers(actor)) {
            throw new Problem.Forbidden("record.only-administrators", Map.of());
        }
        return actor;
    }
}
