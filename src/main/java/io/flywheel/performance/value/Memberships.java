package io.flywheel.performance.value;

import io.flywheel.catalog.SystemObjects;
import io.flywheel.kernel.Workspace;
import io.flywheel.performance.MetricDefinition.Credit;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which team an event counts for, as joins. */
final class Memberships {
    private static final String MEMBERSHIP = "tm";
    private static final String MEMBER = "mb";
    private static final String UP = "up";
    private static final String ASSIGNED = "am";

    private final Workspace workspace;

    Memberships(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The team as a field; {@link #joined} must stand in the statement. */
    static Field<UUID> team(Credit credit) {
        Field<UUID> today = column(MEMBER, "team");
        return switch (credit) {
            case AT_EVENT -> DSL.coalesce(column(MEMBERSHIP, "team"), today);
            case CURRENT -> today;
        };
    }

    Table<?> joined(Table<?> from, Field<UUID> member, Field<LocalDate> day, Credit credit) {
        Table<?> joined = from.leftJoin(table(SystemObjects.MEMBER, MEMBER))
                .on(column(MEMBER, "id").eq(member));
        if (credit == Credit.CURRENT) {
            return joined;
        }
        Field<LocalDate> since = DSL.field(DSL.name(MEMBERSHIP, "from_date"), SQLDataType.LOCALDATE);
        Field<LocalDate> until = DSL.field(DSL.name(MEMBERSHIP, "to_date"), SQLDataType.LOCALDATE);
        return joined.leftJoin(table(SystemObjects.TEAM_MEMBERSHIP, MEMBERSHIP))
                .on(column(MEMBERSHIP, "member").eq(member))
                .and(since.isNull().or(since.le(day)))
                .and(until.isNull().or(until.gt(day)))
                .and(DSL.field(DSL.name(MEMBERSHIP, "deleted_at")).isNull());
    }

    /** Each node of a tree with itself and everything above it: node, ancestor. */
    CommonTableExpression<?> upwards(String object) {
        Table<?> node = table(object, "n");
        Table<?> above = table(object, "a");
        return DSL.name(UP)
                .fields("node", "ancestor")
                .as(DSL.select(column("n", "id"), column("n", "id"))
                        .from(node)
                        .union(DSL.select(column(UP, "node"), column("a", "parent"))
                                .from(DSL.table(DSL.name(UP)))
                                .join(above)
                                .on(column("a", "id").eq(column(UP, "ancestor")))
                                .where(column("a", "parent").isNotNull())));
    }

    static Table<?> withAncestors(Table<?> from, Field<UUID> node) {
        return from.leftJoin(DSL.table(DSL.name(UP))).on(column(UP, "node").eq(node));
    }

    /**
     * Joins whoever is responsible for a territory on a day, through it or a territory above; each person once, however
     * many memberships say so.
     */
    Table<?> withAssigned(Table<?> from, Field<UUID> territory, Field<LocalDate> day) {
        Table<?> membership = table(SystemObjects.TERRITORY_MEMBERSHIP, "m");
        Field<?> days = DSL.field(
                "range_agg(daterange({0}, {1}))",
                DSL.field(DSL.name("m", "from_date")), DSL.field(DSL.name("m", "to_date")));
        Table<?> assigned = DSL.select(column(UP, "node"), column("m", "member"), days.as("days"))
                .from(DSL.table(DSL.name(UP)))
                .join(membership)
                .on(column("m", "territory").eq(column(UP, "ancestor")))
                .where(DSL.field(DSL.name("m", "deleted_at")).isNull())
                .groupBy(column(UP, "node"), column("m", "member"))
                .asTable(DSL.name(ASSIGNED));
        return from.leftJoin(assigned)
                .on(column(ASSIGNED, "node").eq(territory))
                .and(DSL.condition("{0} @> {1}", DSL.field(DSL.name(ASSIGNED, "days")), day));
    }

    static Field<UUID> assigned() {
        return column(ASSIGNED, "member");
    }

    static Field<UUID> ancestor() {
        return column(UP, "ancestor");
    }

    private Table<?> table(String object, String alias) {
        return DSL.table(DSL.name(workspace.schema(), object)).as(DSL.name(alias));
    }

    private static Field<UUID> column(String alias, String name) {
        return DSL.field(DSL.name(alias, name), SQLDataType.UUID);
    }
}
