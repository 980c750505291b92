package io.flywheel.query;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Formula;

/**
 * Which formula fields have a column of their own: those that depend on nothing but their own row. All others are
 * computed when they are read, or one edit of an account would rewrite its 50,000 deals.
 */
public final class StoredFormulas {
    private StoredFormulas() {}

    /** Whether a formula of {@code object} is stored. */
    public static boolean stored(Catalog catalog, ObjectDefinition object, Checked checked) {
        return !checked.volatileNow() && checked.paths().stream().allMatch(path -> ownColumn(catalog, object, path));
    }

    private static boolean ownColumn(Catalog catalog, ObjectDefinition object, String path) {
        if (path.indexOf('.') >= 0 || object.field(path).isEmpty()) {
            return false;
        }
        return switch (object.field(path).get().type()) {
            case FieldType.Lines lines -> false;
            case FieldType.Formula formula ->
                stored(
                        catalog,
                        object,
                        Formula.check(formula.expression(), ObjectNames.of(catalog, object, Sight.everything())));
            default -> true;
        };
    }
}
