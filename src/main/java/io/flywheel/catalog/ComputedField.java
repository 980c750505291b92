package io.flywheel.catalog;

import io.flywheel.formula.Checked;
import io.flywheel.formula.Columns;
import io.flywheel.formula.Formula;
import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A formula or a roll-up with its expression checked against the catalogue it belongs to.
 *
 * @param expression a formula's expression; a roll-up's condition over the child, null when it takes all
 * @param result what it answers; a number-like result is rounded half up to its digits, once, at the end
 * @param storage a formula is stored exactly if it reads only given fields (and stored formulas) of its own record and
 *     functions that answer the same for ever; a roll-up is always stored
 */
public record ComputedField(
        String name, FieldType.Computed type, @Nullable Checked expression, FieldType result, Storage storage) {

    /**
     * The SQL of a formula's value, rounded half up to the digits of its result.
     *
     * @throws IllegalStateException for a roll-up, whose value its children decide
     */
    public Field<?> value(Columns columns) {
        if (expression == null || !(type instanceof FieldType.Formula)) {
            throw new IllegalStateException("not a formula: " + name);
        }
        return rounded(Formula.compile(expression, columns));
    }

    /** A value rounded half up to the digits of this field's result, if it has digits. */
    public Field<?> rounded(Field<?> value) {
        int digits = ColumnType.digits(result);
        return digits < 0 ? value : DSL.field("round({0}, {1})", BigDecimal.class, value, DSL.inline(digits));
    }
}
