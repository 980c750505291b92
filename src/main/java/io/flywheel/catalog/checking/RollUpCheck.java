package io.flywheel.catalog.checking;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.reading.Schemas;
import io.flywheel.formula.Checked;
import io.flywheel.kernel.Faults;
import java.util.List;

/** What a roll-up may sum up: stored fields of children that refer to the parent. */
final class RollUpCheck {
    private final Catalog catalog;
    private final FieldType.RollUp rollUp;
    private final String path;
    private final Faults faults;

    RollUpCheck(Catalog catalog, FieldType.RollUp rollUp, String path, Faults faults) {
        this.catalog = catalog;
        this.rollUp = rollUp;
        this.path = path;
        this.faults = faults;
    }

    void check(ObjectDefinition parent) {
        FieldCheck.checkChildren(catalog, parent, path, rollUp.object(), rollUp.via(), faults);
        catalog.object(rollUp.object()).ifPresent(child -> {
            source(child);
            new Expressions(faults)
                    .condition(path + ".where", rollUp.where(), CatalogNames.of(catalog, child))
                    .ifPresent(where -> ownOnly(child, where));
        });
    }

    private void source(ObjectDefinition child) {
        String of = rollUp.of();
        if (of == null) {
            return;
        }
        child.field(of)
                .ifPresentOrElse(
                        field -> source(child, field),
                        () -> faults.add(Schemas.didYouMean(
                                path + ".of",
                                "catalog.no-such-field",
                                "field",
                                of,
                                List.copyOf(child.fields().keySet()))));
    }

    private void source(ObjectDefinition child, FieldDefinition field) {
        FieldType type = ColumnType.result(field.type());
        if (!catalog.stored(child, field)) {
            faults.add(path + ".of", "catalog.roll-up-of-unstored", "field", field.name());
        } else if (!sums(type)) {
            faults.add(path + ".of", "catalog.roll-up-of-type", "field", field.name(), "type", Words.of(field.type()));
        } else if (!sameFamily(type, rollUp.result())) {
            faults.add(
                    path + ".result",
                    "catalog.result-does-not-fit",
                    "given",
                    Words.of(type),
                    "needed",
                    Words.of(rollUp.result()));
        }
    }

    private boolean sums(FieldType type) {
        return switch (rollUp.function()) {
            case SUM -> Expressions.numeric(type);
            case MIN, MAX ->
                Expressions.numeric(type) || type instanceof FieldType.Date || type instanceof FieldType.DateTime;
            case COUNT -> true;
        };
    }

    private static boolean sameFamily(FieldType given, FieldType needed) {
        return ColumnType.sql(given).equals(ColumnType.sql(needed));
    }

    /** The condition is judged when a child is written, so it may only read the child. */
    private void ownOnly(ObjectDefinition child, Checked where) {
        boolean own = !where.volatileNow()
                && where.paths().stream()
                        .allMatch(read -> child.field(read)
                                .map(field -> catalog.stored(child, field))
                                .orElse(false));
        if (!own) {
            faults.add(path + ".where", "catalog.roll-up-condition-not-own", "object", child.label());
        }
    }
}
