package io.flywheel.query.plan;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.Storage;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Expression;
import io.flywheel.kernel.Faults;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Selection;
import io.flywheel.query.Sight;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether one of an object's indexes brings a list in its order: fields that equal a value, then the sort key. As the
 * tables are laid out, an index over several fields ends in falling order, one over a single field rises; the id follows
 * rising, and nulls come last.
 */
public final class Indexing {
    private Indexing() {}

    public static Served serves(
            Catalog catalog, ObjectDefinition object, @Nullable String where, List<Selection.Order> order) {
        if (order.size() != 1) {
            return Served.NOT;
        }
        String key = order.getFirst().path();
        boolean descending = order.getFirst().descending();
        if (object.field(key).filter(field -> sortable(catalog, object, field)).isEmpty()) {
            return Served.NOT;
        }
        Set<String> equal = new LinkedHashSet<>();
        Conditions.check(where, ObjectNames.of(catalog, object, Sight.everything()), new Faults())
                .map(Checked::tree)
                .ifPresent(tree -> equalities(tree, equal));
        for (List<String> index : object.indexes()) {
            List<String> prefix = index.subList(0, index.size() - 1);
            boolean fits = index.getLast().equals(key) && equal.containsAll(prefix);
            if (fits && equal.stream().allMatch(name -> prefix.contains(name) || !narrows(object, name))) {
                return Served.of(descending == index.size() > 1);
            }
        }
        return Served.NOT;
    }

    private static boolean sortable(Catalog catalog, ObjectDefinition object, FieldDefinition field) {
        return catalog.storage(object, field) == Storage.COLUMN
                && !(field.type() instanceof FieldType.Choice)
                && !(field.type() instanceof FieldType.MultiChoice);
    }

    /** Whether a field has an index of its own, by which fewer rows are read than in any order. */
    private static boolean narrows(ObjectDefinition object, String name) {
        return object.field(name)
                .filter(field -> field.indexed() || field.unique() || field.type() instanceof FieldType.Referring)
                .isPresent();
    }

    private static void equalities(Expression tree, Set<String> equal) {
        if (tree instanceof Expression.Binary(int at, var operator, var left, var right)) {
            if (operator == Expression.BinaryOperator.AND) {
                equalities(left, equal);
                equalities(right, equal);
            } else if (operator == Expression.BinaryOperator.EQUAL) {
                own(left, equal);
                own(right, equal);
            }
        }
    }

    private static void own(Expression side, Set<String> equal) {
        if (side instanceof Expression.Path path && path.names().size() == 1) {
            equal.add(path.names().getFirst());
        }
    }
}
