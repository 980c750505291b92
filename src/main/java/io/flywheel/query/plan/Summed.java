package io.flywheel.query.plan;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ComputedField;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.Storage;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Formula;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import io.flywheel.query.Summing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that kept sums can answer without looking at a record.
 *
 * @param columns the groups as they were, the measures over the kept sums
 */
record Summed(Summing summing, List<GroupColumn> columns) {

    /** The first ledger that is filled and knows all that is asked; the scope must be one that owners decide. */
    static Optional<Summed> of(
            Catalog catalog, ObjectDefinition object, Sight sight, @Nullable Checked where, List<GroupColumn> columns) {
        RowScope scope = sight.scope(object.name());
        if (scope instanceof RowScope.Through) {
            return Optional.empty();
        }
        for (Ledger ledger : catalog.ledgers(object.name())) {
            for (boolean whole : catalog.filled(ledger) ? new boolean[] {true, false} : new boolean[0]) {
                List<String> keys = whole ? ledger.keysBesideOwner() : ledger.keys();
                Asked asked = new Asked(catalog, object, Set.copyOf(keys));
                Optional<List<GroupColumn>> summed = where == null || asked.knows(where)
                        ? asked.columns(columns, Set.copyOf(ledger.sums()))
                        : Optional.empty();
                if (summed.isPresent()) {
                    return Optional.of(new Summed(new Summing(ledger, whole, scope), summed.get()));
                }
            }
        }
        return Optional.empty();
    }

    private record Asked(Catalog catalog, ObjectDefinition object, Set<String> keys) {

        Optional<List<GroupColumn>> columns(List<GroupColumn> columns, Set<String> sums) {
            List<GroupColumn> summed = new ArrayList<>();
            for (GroupColumn column : columns) {
                Optional<Checked> checked = column.measure()
                        ? Formula.overSums(column.checked(), sums, this::knows, Ledger.ROWS)
                        : Optional.of(column.checked()).filter(this::knows);
                if (checked.isEmpty()) {
                    return Optional.empty();
                }
                summed.add(new GroupColumn(
                        column.name(), column.alias(), checked.get(), column.field(), column.measure()));
            }
            return Optional.of(summed);
        }

        boolean knows(Checked checked) {
            return checked.paths().stream().map(path -> path.split("\\.", 2)[0]).allMatch(this::knows);
        }

        boolean knows(String field) {
            return knows(field, new HashSet<>());
        }

        /** A key, or a formula that is computed from keys where it is read. */
        private boolean knows(String name, Set<String> begun) {
            Optional<FieldDefinition> field = object.field(name);
            if (field.isEmpty()) {
                return name.equals(ObjectNames.ME);
            }
            if (keys.contains(name)) {
                return true;
            }
            ComputedField computed = field.get().type() instanceof FieldType.Formula
                            && catalog.storage(object, field.get()) != Storage.COLUMN
                    ? catalog.computed(object.name()).get(name)
                    : null;
            Checked expression = computed == null ? null : computed.expression();
            return expression != null
                    && begun.add(name)
                    && expression.paths().stream()
                            .map(path -> path.split("\\.", 2)[0])
                            .allMatch(read -> knows(read, begun));
        }
    }
}
