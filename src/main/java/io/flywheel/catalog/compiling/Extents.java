package io.flywheel.catalog.compiling;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalog.FieldName;
import io.flywheel.catalog.ComputedField;
import io.flywheel.catalog.FieldType;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Extent;
import io.flywheel.formula.Formula;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How large formulas are that build on each other. A formula that is computed on reading, or whose column is still
 * being filled, stands in SQL in place of its name, so every one is measured as if it did.
 */
public final class Extents {
    private final Catalog catalog;
    private final Dependencies dependencies;
    private final Map<FieldName, Extent> known = new HashMap<>();
    private final Set<FieldName> begun = new HashSet<>();

    public Extents(Catalog catalog) {
        this.catalog = catalog;
        this.dependencies = new Dependencies(catalog);
    }

    /** Of a formula with all those that it reads; of any other field, one column. */
    public Extent of(FieldName field) {
        Extent measured = known.get(field);
        if (measured != null) {
            return measured;
        }
        ComputedField computed = catalog.computed(field.object()).get(field.field());
        Checked expression =
                computed == null || computed.type() instanceof FieldType.RollUp ? null : computed.expression();
        if (expression == null || !begun.add(field)) {
            return Extent.COLUMN; // a circle has a fault of its own
        }
        Extent extent = of(field.object(), expression);
        known.put(field, extent);
        return extent;
    }

    /** Of an expression over an object's records, with all formulas that it reads. */
    public Extent of(String object, Checked expression) {
        return Formula.extent(expression, path -> at(object, path));
    }

    private Extent at(String object, List<String> path) {
        List<FieldName> passed = dependencies.along(object, String.join(".", path));
        return passed.isEmpty() ? Extent.COLUMN : of(passed.getLast());
    }
}
