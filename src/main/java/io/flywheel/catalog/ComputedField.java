package io.flywheel.catalog;

import io.flywheel.formula.Checked;
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
        String name, FieldType.Computed type, @Nullable Checked expression, FieldType result, Storage storage) {}
