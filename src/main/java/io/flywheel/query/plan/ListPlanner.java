package io.flywheel.query.plan;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.formula.Checked;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Selection;
import io.flywheel.query.Sight;
import io.flywheel.query.Source;
import io.flywheel.query.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a list to one statement.
 *
 * <pre>
 * plain:   select outputs, keys from rows where … order by keys limit n
 * split:   select … from ((key not null, as the index brings it, n rows) union all (key null, n rows)) order by … limit n
 * merged:  select … from (ids and keys from unnest(units) u, lateral (the same, one unit, n rows) order by … limit n) p join …
 * narrow:  select … from (ids and keys, from the index alone, n rows) p join rows on id order by … limit n
 * </pre>
 */
public final class ListPlanner {
    private static final int MOST_KEYS = 8;
    private static final String ROWS = "t";

    private final Workspace workspace;
    private final Catalog catalog;
    private final Sight sight;

    public ListPlanner(Workspace workspace, Catalog catalog, Sight sight) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.sight = sight;
    }

    /** @throws io.flywheel.kernel.Problem.Invalid with every fault of where, order and fields */
    public ListPlan plan(Wanted wanted) {
        ObjectNames names = ObjectNames.of(catalog, wanted.object(), sight);
        Faults faults = new Faults();
        Optional<Checked> where = Conditions.check(wanted.where(), names, faults);
        List<SortKey> keys = keys(wanted.order(), names, faults);
        List<Resolved> fields = Outputs.resolve(wanted.fields(), names, faults);
        faults.refuse();
        Source rows = Source.joining(workspace, catalog, wanted.object(), ROWS, sight);
        Scan scan = new Scan(
                workspace,
                wanted,
                new Keyset(keys, wanted.place(), wanted.served() == Served.BACKWARD),
                rows,
                where.orElse(null));
        return render(scan, fields, rows);
    }

    private static List<SortKey> keys(List<Selection.Order> order, ObjectNames names, Faults faults) {
        List<SortKey> keys = new ArrayList<>();
        if (order.size() > MOST_KEYS) {
            faults.add("order", "query.too-many-keys", "most", MOST_KEYS);
        }
        for (Selection.Order key : order) {
            Resolved.of(key.path(), names, "order", faults).ifPresent(found -> {
                if (Outputs.kind(found.field()) == Kind.TEXTS) {
                    faults.add("order", "query.not-sortable", "field", key.path());
                } else {
                    keys.add(new SortKey(found, key.descending()));
                }
            });
        }
        return keys;
    }

    private ListPlan render(Scan scan, List<Resolved> fields, Source rows) {
        List<Field<?>> select = new ArrayList<>();
        Outputs.Titles titles = new Outputs.Titles(catalog, sight, rows::another);
        List<Output> outputs = Outputs.columns(fields, rows.correlating(), titles, select);
        List<ListPlan.Key> keys = new ArrayList<>();
        for (int i = 0; i < scan.keyset().keys().size(); i++) {
            select.add(scan.outerKeys().get(i).as("k_" + i));
            keys.add(new ListPlan.Key(scan.keyset().keys().get(i).kind(), select.size()));
        }
        keys.add(new ListPlan.Key(Kind.ID, 1));
        return new ListPlan(Statement.of(scan.query(select)), outputs, keys, rows.touched());
    }

    /** The number of records that match, within the sight; an estimate is the database's plan of finding them, as JSON. */
    public ListPlan count(ObjectDefinition object, @Nullable String where, Breadth breadth, boolean estimate) {
        ObjectNames names = ObjectNames.of(catalog, object, sight);
        Faults faults = new Faults();
        Optional<Checked> checked = Conditions.check(where, names, faults);
        faults.refuse();
        Source rows = Source.joining(workspace, catalog, object, ROWS, sight);
        Condition condition = Conditions.of(rows, checked.orElse(null)).and(Scopes.of(rows, breadth));
        Table<?> from = rows.from();
        if (estimate) {
            Statement found = Statement.of(DSL.select(rows.id()).from(from).where(condition));
            Statement plan = new Statement("explain (format json) " + found.text(), found.slots());
            return new ListPlan(plan, List.of(), List.of(), rows.touched());
        }
        Statement statement =
                Statement.of(DSL.select(DSL.count()).from(from).where(condition).having(Scopes.current(workspace)));
        return new ListPlan(statement, List.of(), List.of(), rows.touched());
    }

    /** One record by its id, which is parameter 0. */
    public ListPlan one(ObjectDefinition object, List<String> fields, Breadth breadth) {
        ObjectNames names = ObjectNames.of(catalog, object, sight);
        Faults faults = new Faults();
        List<Resolved> paths = Outputs.resolve(fields, names, faults);
        faults.refuse();
        Source rows = Source.correlating(workspace, catalog, object, ROWS, sight);
        List<Field<?>> select = new ArrayList<>();
        List<Output> outputs = Outputs.columns(paths, rows, new Outputs.Titles(catalog, sight, rows::another), select);
        select.add(DSL.field(DSL.name(ROWS, "version")));
        ListPlan.Key version = new ListPlan.Key(Kind.INTEGER, select.size());
        Field<UUID> id = rows.id();
        Statement statement = Statement.of(DSL.select(select)
                .from(rows.table())
                .where(DSL.condition("{0} = {1}", id, Conditions.parameter(0)))
                .and(rows.live())
                .and(Scopes.of(rows, breadth))
                .and(Scopes.current(workspace)));
        return new ListPlan(statement, outputs, List.of(version), rows.touched());
    }
}
