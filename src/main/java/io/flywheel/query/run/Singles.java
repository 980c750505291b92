package io.flywheel.query.run;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.json.Json;
import io.flywheel.query.plan.Breadth;
import io.flywheel.query.plan.ListPlan;
import io.flywheel.query.plan.ListPlanner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers one record. */
@Component
public class Singles {
    private record Key(
            UUID workspace, long version, String object, List<String> fields, Breadth breadth, String shape) {}

    private final Plans<Key, ListPlan> plans = new Plans<>(1_000, ListPlan::touched);
    private final Catalogs catalogs;
    private final Reads reads;

    Singles(Catalogs catalogs, Reads reads) {
        this.catalogs = catalogs;
        this.reads = reads;
    }

    /**
     * Writes the record as JSON.
     *
     * @return its version
     * @throws Problem.NotFound if it is not there, is in the recycle bin or out of scope
     */
    public int write(Actor actor, String object, UUID id, List<String> fields, Json json) {
        Catalog catalog = catalogs.of(actor.workspace());
        ListPlan[] used = new ListPlan[1];
        return reads.read(
                        actor,
                        rights -> {
                            ListPlan plan = plan(actor, catalog, rights, object, fields);
                            used[0] = plan;
                            return new Reads.Asked(plan.statement(), List.of(id));
                        },
                        rows -> fill(rows, used[0], json))
                .orElseThrow(() ->
                        new Problem.NotFound("query.no-such-record", Map.of("object", object, "id", id.toString())));
    }

    private static @Nullable Integer fill(ResultSet rows, ListPlan plan, Json json) throws SQLException {
        if (!rows.next()) {
            return null;
        }
        JsonRows sink = new JsonRows(json, false);
        sink.begin(rows, plan.outputs());
        sink.row();
        return rows.getInt(plan.keys().getFirst().column());
    }

    private ListPlan plan(Actor actor, Catalog catalog, Rights rights, String name, List<String> fields) {
        rights.on(name);
        ObjectDefinition object = Limits.object(catalog, name);
        Breadth breadth = Breadths.choose(rights.scope(name), Sizes.Size.UNKNOWN, false, 1);
        Key key = new Key(actor.workspace().id(), catalog.version(), name, fields, breadth, rights.shape(name));
        return plans.get(
                key, rights, () -> new ListPlanner(actor.workspace(), catalog, rights).one(object, fields, breadth));
    }
}
