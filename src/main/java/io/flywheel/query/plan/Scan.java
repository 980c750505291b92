package io.flywheel.query.plan;

import io.flywheel.formula.Checked;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.Slot;
import io.flywheel.query.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a page, in order. What an index brings in order may have to be read in two parts: values, then nulls,
 * because an index read backwards brings the nulls first, and because "after this value" and "null" are two stretches.
 */
record Scan(
        Workspace workspace,
        Wanted wanted,
        Keyset keyset,
        Source rows,
        @Nullable Checked where) {
    private static final String ROWS = "t";
    private static final String PAGE = "p";

    private boolean served() {
        return wanted.served() != Served.NOT;
    }

    private boolean split() {
        return wanted.served() == Served.BACKWARD
                || (served() && !keyset.place().first());
    }

    private boolean merged() {
        return wanted.breadth() == Breadth.UNITS;
    }

    /**
     * A large scope drops many rows on its way, and of the pages of several units most are dropped: what decides stands
     * in the index, so the rows themselves are fetched only once it is known which.
     */
    private boolean narrow() {
        return served() && (wanted.breadth() == Breadth.ORDERED || merged());
    }

    private boolean nested() {
        return split() || merged() || narrow();
    }

    /** The sort keys as the outermost select sees them. */
    List<Field<?>> outerKeys() {
        return nested() ? carried() : keyset.fields(rows);
    }

    private List<Field<?>> carried() {
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < keyset.keys().size(); i++) {
            fields.add(DSL.field(
                    DSL.name(narrow() ? PAGE : ROWS, "k_" + i),
                    keyset.keys().get(i).dataType()));
        }
        return fields;
    }

    Query query(List<Field<?>> select) {
        return nested() ? nestedQuery(select) : plainQuery(select);
    }

    private Query plainQuery(List<Field<?>> select) {
        List<Field<?>> keys = keyset.fields(rows);
        Condition condition = matching().and(keyset.after(keys, rows.id())).and(Scopes.current(workspace));
        return DSL.select(select)
                .from(rows.from())
                .where(condition)
                .orderBy(keyset.order(keys, rows.id()))
                .limit(DSL.inline(wanted.rows()));
    }

    private Query nestedQuery(List<Field<?>> select) {
        return DSL.select(select)
                .from(found())
                .where(Scopes.current(workspace))
                .orderBy(keyset.order(carried(), rows.id()))
                .limit(DSL.inline(wanted.rows()));
    }

    private Table<?> found() {
        String name = narrow() ? PAGE : ROWS;
        Table<?> page = merged() ? byUnits(name) : part(DSL.noCondition()).asTable(DSL.name(name));
        Field<UUID> id = DSL.field(DSL.name(PAGE, "id"), SQLDataType.UUID);
        return narrow() ? page.join(rows.table()).on(rows.id().eq(id)) : page;
    }

    private Condition matching() {
        return Conditions.of(rows, where).and(Scopes.of(rows, wanted.breadth()));
    }

    /** The best of the pages of all units. */
    private Table<?> byUnits(String name) {
        Field<UUID> unit = DSL.field(DSL.name("u", "unit"), SQLDataType.UUID);
        Field<?> units = Slot.unseen(new Slot.Units(rows.object().name()), SQLDataType.UUID.getArrayDataType());
        Condition own = rows.plain("owner_unit", SQLDataType.UUID).eq(unit);
        Table<?> pages = DSL.table("unnest({0}) u(unit)", units)
                .crossJoin(DSL.lateral(part(own).asTable(DSL.name(name))));
        if (!narrow()) {
            return pages;
        }
        return DSL.select(DSL.table(DSL.name(name)).asterisk())
                .from(pages)
                .orderBy(keyset.order(carried(), DSL.field(DSL.name(name, "id"), SQLDataType.UUID)))
                .limit(DSL.inline(wanted.rows()))
                .asTable(DSL.name(name));
    }

    /** At most a page of rows, in order, that also meet {@code also}. */
    private Select<?> part(Condition also) {
        List<Field<?>> keys = keyset.fields(rows);
        Condition condition = matching().and(also);
        if (!split()) {
            return page(keys, condition.and(keyset.after(keys, rows.id())), keyset.order(keys, rows.id()));
        }
        Field<?> key = keys.getFirst();
        List<SortField<?>> order = indexOrder(key);
        Condition empty = condition.and(key.isNull());
        if (!keyset.place().first() && keyset.place().isNull(0)) {
            return page(keys, empty.and(keyset.beyondId(rows.id())), order);
        }
        Condition filled = condition.and(keyset.place().first() ? key.isNotNull() : keyset.beyondValue(key, rows.id()));
        return page(keys, filled, order).unionAll(page(keys, empty, order));
    }

    /** Exactly as the index brings it; there are either only values or only nulls. */
    private List<SortField<?>> indexOrder(Field<?> key) {
        SortField<?> sorted = keyset.keys().getFirst().descending() ? key.desc() : key.asc();
        return wanted.served() == Served.BACKWARD
                ? List.of(sorted.nullsFirst(), rows.id().desc())
                : List.of(sorted.nullsLast(), rows.id().asc());
    }

    private Select<org.jooq.Record> page(List<Field<?>> keys, Condition condition, List<SortField<?>> order) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(narrow() ? rows.id() : DSL.table(DSL.name(ROWS)).asterisk());
        for (int i = 0; i < keys.size(); i++) {
            columns.add(keys.get(i).as("k_" + i));
        }
        return DSL.select(columns)
                .from(rows.from())
                .where(condition)
                .orderBy(order)
                .limit(DSL.inline(wanted.rows()));
    }
}
