package io.flywheel.query.plan;

import io.flywheel.kernel.Workspace;
import io.flywheel.query.Slot;
import io.flywheel.query.Source;
import org.jooq.Condition;
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
            case OWNERS -> rows.inScopeByIndex();
            case ORDERED, UNITS -> rows.inScope();
        };
    }

    /** The rights that the statement was made with are still the stored ones, in the same snapshot. */
    static Condition current(Workspace workspace) {
        return DSL.condition(
                "(select r.revision from {0} r) = {1}",
                DSL.table(DSL.name(workspace.schema(), "sys_access")),
                Slot.field(new Slot.Revision(), SQLDataType.BIGINT));
    }
}
