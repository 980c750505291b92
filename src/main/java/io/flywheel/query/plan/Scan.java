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
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a page, in order. A single descending key whose nulls come last is read in two parts, because an
 * ascending index read backwards would bring the nulls first.
 */
record Scan(
        Workspace workspace,
        Wanted wanted,
        Keyset keyset,
        Source rows,
        @Nullable Checked where) {
    private boolean split() {
        return wanted.indexed()
                && keyset.keys().size() == 1
                && keyset.keys().getFirst().descending()
                && keyset.keys().getFirst().plainColumn();
    }

    private boolean merged() {
        return wanted.breadth() == Breadth.UNITS;
    }

    private boolean nested() {
        return split() || merged();
    }

    /** The sort keys as the outermost select sees them. */
    List<Field<?>> outerKeys() {
        return nested() ? carried() : keyset.fields(rows);
    }

    private List<Field<?>> carried() {
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < keyset.keys().size(); i++) {
            fields.add(rows.plain("k_" + i, keyset.keys().get(i).dataType()));
        }
        return fields;
    }

    Query query(List<Field<?>> select) {
        if (nested()) {
            Table<?> inner = merged() ? byUnits() : part(DSL.noCondition()).asTable(DSL.name("t"));
            return DSL.select(select)
                    .from(inner)
                    .where(Scopes.current(workspace))
                    .orderBy(keyset.order(carried(), rows.id()))
                    .limit(DSL.inline(wanted.rows()));
        }
        List<Field<?>> keys = keyset.fields(rows);
        Condition condition = matching().and(keyset.after(keys, rows.id())).and(Scopes.current(workspace));
        return DSL.select(select)
                .from(rows.from())
                .where(condition)
                .orderBy(keyset.order(keys, rows.id()))
                .limit(DSL.inline(wanted.rows()));
    }

    private Condition matching() {
        return Conditions.of(rows, where).and(Scopes.of(rows, wanted.breadth()));
    }

    private Table<?> byUnits() {
        Field<UUID> unit = DSL.field(DSL.name("u", "unit"), SQLDataType.UUID);
        Field<?> units = Slot.field(new Slot.Units(rows.object().name()), SQLDataType.UUID.getArrayDataType());
        Condition own = rows.plain("owner_unit", SQLDataType.UUID).eq(unit);
        return DSL.table("unnest({0}) u(unit)", units)
                .crossJoin(DSL.lateral(part(own).asTable(DSL.name("t"))));
    }

    /** At most a page of rows, in order, that also meet {@code also}. */
    private Select<?> part(Condition also) {
        List<Field<?>> keys = keyset.fields(rows);
        Condition condition = matching().and(also);
        if (!split()) {
            return page(keys, condition.and(keyset.after(keys, rows.id())), keyset.order(keys, rows.id()));
        }
        Field<?> key = keys.getFirst();
        SortField<UUID> id = rows.id().desc();
        Condition empty = condition.and(key.isNull());
        if (!keyset.place().first() && keyset.place().isNull(0)) {
            return page(keys, empty.and(keyset.beyondId(rows.id())), List.of(id));
        }
        Condition filled = condition.and(keyset.place().first() ? key.isNotNull() : keyset.beyondPair(key, rows.id()));
        return page(keys, filled, List.of(key.desc(), id)).unionAll(page(keys, empty, List.of(id)));
    }

    private Select<org.jooq.Record> page(List<Field<?>> keys, Condition condition, List<SortField<?>> order) {
        List<org.jooq.SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(DSL.table(DSL.name("t")).asterisk());
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
