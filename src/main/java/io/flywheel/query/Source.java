package io.flywheel.query;

import io.flywheel.access.RowScope;
import io.flywheel.calendar.CalendarDays;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.ComputedField;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.Storage;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.formula.Columns;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Type;
import io.flywheel.kernel.Workspace;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * One object's rows in a statement under construction, under an alias: hands out the SQL of paths, and keeps the joins
 * that paths through references need. Formula fields that are not stored are expanded where they are named. A path
 * that passes an empty reference, a deleted record or one out of sight is null.
 *
 * <p>Made for one statement and one thread. Ask for every column first and for {@link #from()} last.
 */
public final class Source implements Columns {
    private final Reach reach;
    private final ObjectDefinition object;
    private final String alias;
    private final @Nullable String old;
    private final boolean joining;
    private final @Nullable Summing summing;
    private final @Nullable Ledger ledger;

    private Source(Reach reach, ObjectDefinition object, String alias, @Nullable String old, boolean joining) {
        this(reach, object, alias, old, joining, null);
    }

    private Source(
            Reach reach,
            ObjectDefinition object,
            String alias,
            @Nullable String old,
            boolean joining,
            @Nullable Summing summing) {
        this.summing = summing;
        this.ledger = summing == null ? null : summing.ledger();
        this.reach = reach;
        this.object = object;
        this.alias = alias;
        this.old = old;
        this.joining = joining;
    }

    /** Paths through references become left joins of {@link #from()}. */
    public static Source joining(
            Workspace workspace, Catalog catalog, ObjectDefinition object, String alias, Sight sight) {
        return new Source(new Reach(workspace, catalog, sight, alias), object, alias, null, true);
    }

    /**
     * As {@link #joining}, over the kept sums of the object's records: its keys are columns as ever, a summed field is
     * its kept sum, and {@link Ledger#ROWS} the kept number of records; nothing else may be asked for.
     */
    public static Source summed(
            Workspace workspace, Catalog catalog, ObjectDefinition object, String alias, Sight sight, Summing summing) {
        return new Source(new Reach(workspace, catalog, sight, alias), object, alias, null, true, summing);
    }

    /** Paths through references become sub-selects, so that the row may stand anywhere: a CTE, a VALUES list, a table. */
    public static Source correlating(
            Workspace workspace, Catalog catalog, ObjectDefinition object, String alias, Sight sight) {
        return new Source(new Reach(workspace, catalog, sight, alias), object, alias, null, false);
    }

    /** The same, with {@code old.…} read from the row under another alias, whose columns are named the same. */
    public Source old(String oldAlias) {
        return new Source(reach, object, alias, oldAlias, joining);
    }

    /** The same row with sub-selects instead of joins. */
    public Source correlating() {
        return new Source(reach, object, alias, old, false);
    }

    /** A row of another object in the same statement, under an alias of its own, with sub-selects for its references. */
    public Source another(String other) {
        return within(reach, reach.object(other), reach.alias());
    }

    /** Every object that the statement reads so far: their rights decide how it looks. */
    public Set<String> touched() {
        return Set.copyOf(reach.touched());
    }

    public ObjectDefinition object() {
        return object;
    }

    /** The object's table under the alias. */
    public Table<?> table() {
        return summing == null ? reach.table(object.name()).as(DSL.name(alias)) : summing.rows(reach, alias);
    }

    /** The table with every join that was needed so far. */
    public Table<?> from() {
        return joined(table());
    }

    /** Any table (a CTE, say) that stands under the alias, with every join that was needed so far. */
    public Table<?> joined(Table<?> base) {
        return reach.joined(base);
    }

    /** Rows that are not in the recycle bin. */
    public Condition live() {
        return ledger != null
                ? DSL.noCondition()
                : plain("deleted_at", SQLDataType.TIMESTAMPWITHTIMEZONE).isNull();
    }

    public Field<UUID> id() {
        return plain("id", SQLDataType.UUID);
    }

    /** A column by its own name, system columns included. */
    public <T> Field<T> plain(String column, org.jooq.DataType<T> type) {
        return DSL.field(DSL.name(alias, column), type);
    }

    /** Rows of this object in the sight's scope, by its owner field; an object without one is reached whole or not. */
    public Condition inScope() {
        return inScope("({0} in (select unnest({1}))) is true");
    }

    /** As {@link #inScope}, in the form that an index of the owner answers: for few owners and many rows. */
    public Condition inScopeByIndex() {
        return inScope("{0} = any({1})");
    }

    /**
     * @param form the usual one has the owners hashed once for the statement, where a comparison with the array would
     *     read its text anew for each row; {@code is true} keeps the planner from making a join of it
     */
    private Condition inScope(String form) {
        if (summing != null && summing.decidesScope()) {
            return DSL.noCondition();
        }
        return switch (reach.sight().scope(object.name())) {
            case RowScope.All all -> DSL.noCondition();
            case RowScope.None none -> DSL.falseCondition();
            case RowScope.Through through -> throughParent(through);
            case RowScope.Owners owners ->
                object.role("owner")
                        .map(owner -> plain(owner.name(), SQLDataType.UUID))
                        .map(owner ->
                                owners.others() == null ? DSL.condition(form, owner, ownersSlot()) : byMost(owner))
                        .orElse(DSL.falseCondition());
        };
    }

    private Condition throughParent(RowScope.Through through) {
        Source parent = within(reach, reach.object(through.object()), reach.alias());
        return DSL.exists(DSL.selectOne()
                .from(parent.table())
                .where(parent.id().eq(plain(through.via(), SQLDataType.UUID)))
                .and(parent.live())
                .and(parent.inScope()));
    }

    /** Owned, but by none of the few others, who stand in the slot instead. */
    private Condition byMost(Field<UUID> owner) {
        return owner.isNotNull().and(DSL.condition("({0} in (select unnest({1}))) is not true", owner, ownersSlot()));
    }

    private Field<?> ownersSlot() {
        return Slot.unseen(new Slot.Owners(object.name()), SQLDataType.UUID.getArrayDataType());
    }

    @Override
    public Field<?> column(List<String> path) {
        String head = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (head.equals(ObjectNames.ME) && object.field(head).isEmpty()) {
            return me(rest);
        }
        if (old != null && head.equals(ObjectNames.OLD)) {
            return new Source(reach, object, old, null, joining).column(rest);
        }
        if (ledger != null && head.equals(Ledger.ROWS)) {
            return plain(head, SQLDataType.BIGINT);
        }
        if (ledger != null && ledger.sums().contains(head)) {
            return plain(ledger.column(head), SQLDataType.NUMERIC);
        }
        FieldDefinition field = field(object, head);
        return rest.isEmpty() ? own(field) : through(field, rest);
    }

    private static FieldDefinition field(ObjectDefinition within, String name) {
        return within.field(name)
                .orElseThrow(() -> new IllegalStateException("unchecked path: " + within.name() + "." + name));
    }

    private Field<?> own(FieldDefinition field) {
        Type type = CatalogNames.type(field.type())
                .orElseThrow(() -> new IllegalStateException("lines are no column: " + field.name()));
        if (field.type() instanceof FieldType.Formula && reach.catalog().storage(object, field) != Storage.COLUMN) {
            return computed(field, type);
        }
        return plain(field.name(), FieldTypes.sql(type));
    }

    /** A formula where it is read, rounded half up as a stored one would be. */
    private Field<?> computed(FieldDefinition field, Type type) {
        ComputedField known = reach.catalog().computed(object.name()).get(field.name());
        if (known == null || known.expression() == null) {
            return DSL.inline(null, FieldTypes.sql(type));
        }
        Field<?> value = Formula.compile(known.expression(), this);
        int digits = ColumnType.digits(field.type());
        return digits < 0 ? value : DSL.field("round({0}, {1})", SQLDataType.NUMERIC, value, DSL.inline(digits));
    }

    private Field<?> through(FieldDefinition field, List<String> rest) {
        String target = ((FieldType.Referring) field.type()).object();
        ObjectDefinition found = reach.object(target);
        Field<UUID> key = plain(field.name(), SQLDataType.UUID);
        if (joining) {
            String joinAlias = reach.join(alias, field.name(), found, key);
            return new Source(reach, found, joinAlias, null, true).column(rest);
        }
        return reach.lookUp(found, key, rest);
    }

    private Field<?> me(List<String> rest) {
        Field<?> slot = Slot.field(new Slot.Me(), SQLDataType.UUID);
        return rest.isEmpty() ? slot : reach.lookUpAnyway(reach.object(SystemObjects.MEMBER), slot, rest);
    }

    /** A fresh row of another object within the same statement, with sub-selects for its references. */
    static Source within(Reach reach, ObjectDefinition other, String otherAlias) {
        return new Source(reach, other, otherAlias, null, false);
    }

    @Override
    public Children children(List<String> path) {
        int last = path.size() - 1;
        ObjectDefinition parent = object;
        for (String name : path.subList(0, last)) {
            parent = reach.object(((FieldType.Referring) field(parent, name).type()).object());
        }
        FieldType.Lines lines = (FieldType.Lines) field(parent, path.getLast()).type();
        Source child = another(lines.object());
        Field<?> key = last == 0 ? id() : column(path.subList(0, last));
        Condition link = DSL.condition("{0} = {1}", child.plain(lines.via(), SQLDataType.UUID), key);
        return new Children(child.table(), link.and(child.live()).and(child.inScope()), child);
    }

    @Override
    public ZoneId zone() {
        return reach.workspace().zone();
    }

    @Override
    public CalendarDays calendar() {
        return CalendarDays.of(reach.workspace().schema());
    }

    @Override
    public int fiscalYearStart() {
        return reach.workspace().fiscalYearStart();
    }
}
