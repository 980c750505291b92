package io.flywheel.query.plan;

import io.flywheel.formula.Checked;
import io.flywheel.formula.Formula;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Slot;
import io.flywheel.query.Source;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Conditions of the expression language as conditions of a statement. */
final class Conditions {
    private Conditions() {}

    static Optional<Checked> check(@Nullable String where, ObjectNames names, Faults faults) {
        if (where == null || where.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Formula.condition(where, names));
        } catch (Problem.Invalid invalid) {
            faults.addAll("where", invalid.faults());
            return Optional.empty();
        }
    }

    /** Live rows for which the condition holds. */
    static Condition of(Source rows, @Nullable Checked where) {
        return where == null ? rows.live() : rows.live().and(holds(Formula.compile(where, rows)));
    }

    @SuppressWarnings("unchecked") // a checked condition is a yes/no
    private static Condition holds(Field<?> yesNo) {
        return DSL.condition((Field<Boolean>) yesNo);
    }

    static Field<?> parameter(int number) {
        return Slot.field(new Slot.Parameter(number), SQLDataType.UUID);
    }
}
