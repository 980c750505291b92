package io.flywheel.query.run;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Grouping;
import io.flywheel.query.Table;
import io.flywheel.query.json.Json;
import io.flywheel.query.plan.Breadth;
import io.flywheel.query.plan.GroupPlan;
import io.flywheel.query.plan.GroupPlanner;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers aggregates. */
@Component
public class Groups {
    private static final byte[] COLUMNS = "{\"columns\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ROWS = "],\"rows\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "]}".getBytes(StandardCharsets.US_ASCII);

    private record Key(
            UUID workspace,
            long version,
            Grouping grouping,
            List<String> measures,
            Breadth breadth,
            Breadth summed,
            String shape) {}

    private final Plans<Key, GroupPlan> plans = new Plans<>(1_000, GroupPlan::touched);
    private final Catalogs catalogs;
    private final Reads reads;

    Groups(Catalogs catalogs, Reads reads) {
        this.catalogs = catalogs;
        this.reads = reads;
    }

    /** The answer as values. */
    public Table table(Actor actor, Grouping grouping) {
        ValueRows rows = new ValueRows();
        GroupPlan plan = read(actor, grouping, rows);
        return new Table(plan.columns(), rows.lists());
    }

    /** The answer as JSON: columns and rows. */
    public void write(Actor actor, Grouping grouping, Json json) {
        Json body = new Json();
        GroupPlan plan = read(actor, grouping, new JsonRows(body, true));
        json.raw(COLUMNS);
        char before = ' ';
        for (Table.Column column : plan.columns()) {
            json.add(before);
            before = ',';
            column(actor, column, json);
        }
        json.raw(ROWS).raw(body).raw(END);
    }

    private static void column(Actor actor, Table.Column column, Json json) {
        json.add('{').text("name").add(':').text(column.name());
        json.add(',').text("type").add(':').text(column.type());
        if (column.label() != null) {
            json.add(',').text("label").add(':').text(column.label().in(actor.language()));
        }
        json.add('}');
    }

    private GroupPlan read(Actor actor, Grouping grouping, RowSink sink) {
        Catalog catalog = catalogs.of(actor.workspace());
        GroupPlan[] used = new GroupPlan[1];
        reads.read(
                actor,
                rights -> {
                    used[0] = plan(actor, catalog, rights, grouping);
                    return new Reads.Asked(used[0].statement(), List.of());
                },
                rows -> fill(rows, used[0], sink));
        return used[0];
    }

    private static @Nullable Integer fill(ResultSet rows, GroupPlan plan, RowSink sink) throws SQLException {
        sink.begin(rows, plan.outputs());
        int count = 0;
        while (rows.next()) {
            if (++count > GroupPlanner.MOST) {
                throw new Problem.Invalid(Fault.of("groupBy", "query.too-many-groups", "most", GroupPlanner.MOST));
            }
            sink.row();
        }
        return count == 0 ? null : count;
    }

    private GroupPlan plan(Actor actor, Catalog catalog, Rights rights, Grouping grouping) {
        rights.on(grouping.object());
        ObjectDefinition object = Limits.object(catalog, grouping.object());
        Breadth breadth = Breadths.choose(rights.scope(object.name()), Sizes.Size.UNKNOWN, false, 1);
        Breadth summed = Breadths.summed(rights.scope(object.name()));
        Key key = new Key(
                actor.workspace().id(),
                catalog.version(),
                grouping,
                List.copyOf(grouping.measures().keySet()),
                breadth,
                summed,
                rights.shape(object.name()));
        return plans.get(
                key,
                rights,
                () -> new GroupPlanner(actor.workspace(), catalog, rights).plan(object, grouping, breadth, summed));
    }
}
