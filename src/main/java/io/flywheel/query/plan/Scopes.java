package io.flywheel.query.plan;

import io.flywheel.kernel.Workspace;
import io.flywheel.query.Slot;
import io.flywheel.query.Source;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The actor's row scope as conditions. */
final class Scopes {
    private Scopes() {}

    /** The rows of the main object that the scope reaches, in the form that suits its breadth. */
    static Condition of(Source rows, Breadth breadth) {
        return switch (breadth) {
            case ALL -> DSL.noCondition();
            case NONE -> DSL.falseCondition();
            case OWNERS -> rows.inScope();
            case ORDERED, UNITS -> hashed(rows);
        };
    }

    /** {@code is true} keeps the planner from making a join of it: the owners are hashed once, then each row is asked. */
    private static Condition hashed(Source rows) {
        return rows.object()
                .role("owner")
                .map(owner -> DSL.condition(
                        "({0} in (select unnest({1}))) is true",
                        rows.plain(owner.name(), SQLDataType.UUID), owners(rows)))
                .orElse(DSL.falseCondition());
    }

    private static Field<?> owners(Source rows) {
        return Slot.field(new Slot.Owners(rows.object().name()), SQLDataType.UUID.getArrayDataType());
    }

    /** The rights that the statement was made with are still the stored ones, in the same snapshot. */
    static Condition current(Workspace workspace) {
        return DSL.condition(
                "(select r.revision from {0} r) = {1}",
                DSL.table(DSL.name(workspace.schema(), "sys_access")),
                Slot.field(new Slot.Revision(), SQLDataType.BIGINT));
    }
}
