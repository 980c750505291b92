package io.flywheel.catalog.running;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalog.FieldName;
import io.flywheel.catalog.ComputedField;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.SystemFields;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.formula.Formula;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Computes the values of one field for one batch of records. */
final class Filling {
    /** so few that nobody waits long for one of them */
    static final int BATCH = 250;

    private static final Name ROW = DSL.name("r");
    private static final Name CHILD = DSL.name("c");

    private final Workspace workspace;
    private final Catalog catalog;
    private final FieldName field;
    private final DSLContext sql;

    Filling(Workspace workspace, Catalog catalog, FieldName field, Connection connection) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.field = field;
        this.sql = DSL.using(connection, SQLDialect.POSTGRES);
    }

    /**
     * Locks the next records by id first and computes after, so that what others wrote before is seen and what they
     * write later comes after.
     *
     * @return the last id of the batch, null when none is left
     */
    @Nullable
    UUID next(@Nullable UUID after) {
        UUID[] ids = sql.fetch(
                        "select id from {0} where {1} order by id limit {2} for update",
                        table(field.object()),
                        after == null ? DSL.trueCondition() : DSL.condition("id > {0}", DSL.val(after)),
                        DSL.inline(BATCH))
                .getValues(0, UUID.class)
                .toArray(UUID[]::new);
        if (ids.length == 0) {
            return null;
        }
        if (field.field().equals(SystemFields.OWNER_UNIT)) {
            ownerUnits(ids);
        }
        ComputedField computed = catalog.computed(field.object()).get(field.field());
        if (computed != null) {
            switch (computed.type()) {
                case FieldType.Formula ignored -> formula(computed, ids);
                case FieldType.RollUp rollUp -> rollUp(computed, rollUp, ids);
                case FieldType.AutoNumber ignored -> {}
            }
        }
        return ids[ids.length - 1];
    }

    private void ownerUnits(UUID[] ids) {
        catalog.object(field.object())
                .flatMap(object -> object.role("owner"))
                .ifPresent(owner -> sql.execute(
                        "update {0} as r set {1} = (select m.team from {2} as m where m.id = r.{3}) where r.id = any"
                                + " ({4}) and r.{1} is distinct from (select m.team from {2} as m where m.id = r.{3})",
                        table(field.object()),
                        DSL.name(SystemFields.OWNER_UNIT),
                        table(SystemObjects.MEMBER),
                        DSL.name(owner.name()),
                        DSL.val(ids)));
    }

    private void formula(ComputedField computed, UUID[] ids) {
        Field<?> value = computed.value(new OwnColumns(workspace, ROW));
        sql.execute(
                "update {0} as r set {1} = {2} where r.id = any ({3}) and r.{1} is distinct from {2}",
                table(field.object()), DSL.name(field.field()), value, DSL.val(ids));
    }

    private void rollUp(ComputedField computed, FieldType.RollUp rollUp, UUID[] ids) {
        Field<?> sum = computed.rounded(DSL.field("coalesce(s.value, {0})", zero(rollUp)));
        sql.execute(
                "update {0} as r set {1} = {2} from unnest({3}) as b(id) left join (select {4} as id, {5} as value from"
                        + " {6} as c where {4} = any ({3}) and c.deleted_at is null and {7} group by 1) as s on s.id = b.id"
                        + " where r.id = b.id and r.{1} is distinct from {2}",
                table(field.object()),
                DSL.name(field.field()),
                sum,
                DSL.val(ids),
                DSL.field(CHILD.append(rollUp.via())),
                aggregate(rollUp),
                table(rollUp.object()),
                condition(computed));
    }

    private Condition condition(ComputedField computed) {
        return computed.expression() == null
                ? DSL.trueCondition()
                : Formula.holds(computed.expression(), new OwnColumns(workspace, CHILD));
    }

    private static Field<?> zero(FieldType.RollUp rollUp) {
        return switch (rollUp.function()) {
            case SUM, COUNT -> DSL.inline(0);
            case MIN, MAX -> DSL.field("null");
        };
    }

    private static Field<?> aggregate(FieldType.RollUp rollUp) {
        Field<?> of = rollUp.of() == null ? DSL.field("null") : DSL.field(CHILD.append(rollUp.of()));
        return switch (rollUp.function()) {
            case SUM -> DSL.field("sum({0})", of);
            case MIN -> DSL.field("min({0})", of);
            case MAX -> DSL.field("max({0})", of);
            case COUNT -> DSL.field("count(*)");
        };
    }

    private Table<?> table(String object) {
        return DSL.table(DSL.name(workspace.schema(), object));
    }
}
