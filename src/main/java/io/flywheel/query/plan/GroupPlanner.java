package io.flywheel.query.plan;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Type;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.Grouping;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Selection;
import io.flywheel.query.Sight;
import io.flywheel.query.Source;
import io.flywheel.query.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Compiles an aggregate to one statement: rows are grouped first, titles are looked up for the groups that are left.
 *
 * <pre>
 * select g, title(g), m from (select … as g, … as m from rows where … group by …) q order by … limit n
 * </pre>
 */
public final class GroupPlanner {
    /** The most rows one aggregate answers. */
    public static final int MOST = 10_000;

    /** A group whose records have all gone is no group. */
    private static final Condition SOME = DSL.condition("sum({0}) > 0", DSL.field(DSL.name("t", Ledger.ROWS)));

    private final Workspace workspace;
    private final Catalog catalog;
    private final Sight sight;

    public GroupPlanner(Workspace workspace, Catalog catalog, Sight sight) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.sight = sight;
    }

    /**
     * @param breadth how the scope is searched among records, {@code summed} among kept sums, which are few
     * @throws io.flywheel.kernel.Problem.Invalid with every fault of where, groups, measures, order and limit
     */
    public GroupPlan plan(ObjectDefinition object, Grouping grouping, Breadth breadth, Breadth summed) {
        ObjectNames names = ObjectNames.of(catalog, object, sight);
        Faults faults = new Faults();
        Optional<Checked> where = Conditions.check(grouping.where(), names, faults);
        List<GroupColumn> columns = GroupColumns.of(grouping, names, faults);
        if (grouping.limit() < 0 || grouping.limit() > MOST) {
            faults.add("limit", "query.limit-out-of-range", "most", MOST);
        }
        faults.refuse();
        Optional<Summed> kept = Summed.of(catalog, object, sight, where.orElse(null), columns);
        if (kept.isPresent()) {
            Source sums = Source.summed(
                    workspace, catalog, object, "t", sight, kept.get().summing());
            Condition some = grouping.groupBy().isEmpty() ? DSL.noCondition() : SOME;
            Table<?> grouped = grouped(sums, kept.get().columns(), where.orElse(null), summed, some);
            return outer(sums, grouped, columns, grouping);
        }
        Source rows = Source.joining(workspace, catalog, object, "t", sight);
        Table<?> grouped = grouped(rows, columns, where.orElse(null), breadth, DSL.noCondition());
        return outer(rows, grouped, columns, grouping);
    }

    private Table<?> grouped(
            Source rows, List<GroupColumn> columns, @Nullable Checked where, Breadth breadth, Condition having) {
        List<SelectField<?>> select = new ArrayList<>();
        List<Field<?>> positions = new ArrayList<>();
        for (GroupColumn column : columns) {
            select.add(typed(
                            Formula.compile(column.checked(), rows),
                            column.checked().type())
                    .as(column.alias()));
            if (!column.measure()) {
                positions.add(DSL.field(Integer.toString(select.size()))); // by its place: an expression is bound once
            }
        }
        Condition condition = Conditions.of(rows, where).and(Scopes.of(rows, breadth));
        return DSL.select(select)
                .from(rows.from())
                .where(condition)
                .groupBy(positions)
                .having(Scopes.current(workspace).and(having))
                .asTable(DSL.name("q"));
    }

    /** A bare {@code null} has no type of its own, which grouping needs. */
    private static Field<?> typed(Field<?> field, Type type) {
        return type instanceof Type.Nothing ? field.cast(SQLDataType.CLOB) : field;
    }

    private GroupPlan outer(Source rows, Table<?> grouped, List<GroupColumn> columns, Grouping grouping) {
        Outputs.Titles titles = new Outputs.Titles(catalog, sight, rows::another);
        List<SelectField<?>> select = new ArrayList<>();
        List<Output> outputs = new ArrayList<>();
        for (GroupColumn column : columns) {
            outputs.add(Output.of(column.name(), column.kind(), select.size() + 1));
            select.add(column.column());
            title(column, titles).ifPresent(select::add);
        }
        Query query = DSL.select(select)
                .from(grouped)
                .orderBy(order(columns, titles, grouping.order()))
                .limit(DSL.inline(grouping.limit() == 0 ? MOST + 1 : grouping.limit()));
        List<io.flywheel.query.Table.Column> shown =
                columns.stream().map(GroupColumn::shown).toList();
        return new GroupPlan(Statement.of(query), shown, outputs, rows.touched());
    }

    private static Optional<Field<?>> title(GroupColumn column, Outputs.Titles titles) {
        return column.checked().type() instanceof Type.Reference reference
                ? Optional.of(titles.of(reference.object(), column.column()))
                : Optional.empty();
    }

    private static List<SortField<?>> order(
            List<GroupColumn> columns, Outputs.Titles titles, List<Selection.Order> wanted) {
        List<SortField<?>> order = new ArrayList<>();
        for (Selection.Order by : wanted) {
            columns.stream()
                    .filter(column -> column.name().equals(by.path()))
                    .forEach(column -> order.add(sorted(key(column, titles), by.descending())));
        }
        columns.stream().filter(column -> !column.measure()).forEach(column -> order.add(sorted(column.key(), false)));
        return order;
    }

    private static Field<?> key(GroupColumn column, Outputs.Titles titles) {
        return title(column, titles)
                .<Field<?>>map(title -> title.collate(DSL.collation(SortKey.COLLATION)))
                .orElseGet(column::key);
    }

    private static SortField<?> sorted(Field<?> key, boolean descending) {
        return descending ? key.desc().nullsLast() : key.asc().nullsLast();
    }
}
