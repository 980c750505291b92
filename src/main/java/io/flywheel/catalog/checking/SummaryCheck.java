package io.flywheel.catalog.checking;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.catalog.reading.Schemas;
import io.flywheel.kernel.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What an object may keep sums of: stored numbers, by stored fields with short values. */
final class SummaryCheck {
    /** The product writes these by itself too, beside the writes that keep sums. */
    private static final Set<String> OWN = Set.of(SystemObjects.MEMBER, SystemObjects.TEAM_MEMBERSHIP);

    private final Catalog catalog;
    private final ObjectDefinition object;
    private final Faults faults;

    SummaryCheck(Catalog catalog, ObjectDefinition object, Faults faults) {
        this.catalog = catalog;
        this.object = object;
        this.faults = faults;
    }

    void check() {
        if (!object.summaries().isEmpty() && OWN.contains(object.name())) {
            faults.add("summaries", "catalog.summary-of-own-object", "object", object.label());
        }
        Set<ObjectDefinition.Summary> seen = new HashSet<>();
        for (int i = 0; i < object.summaries().size(); i++) {
            ObjectDefinition.Summary summary = object.summaries().get(i);
            String path = "summaries[" + i + "]";
            if (!seen.add(summary)) {
                faults.add(path, "catalog.repeated-item");
            }
            fields(path + ".by", summary.by(), "catalog.cannot-be-summed-by", this::groups);
            fields(path + ".sums", summary.sums(), "catalog.cannot-be-summed", this::sums);
            summary.sums().stream()
                    .filter(summary.by()::contains)
                    .forEach(name -> faults.add(path + ".sums", "catalog.summed-by-itself", "field", name));
        }
    }

    private void fields(String path, List<String> names, String code, Predicate<FieldDefinition> fits) {
        for (String name : names) {
            FieldDefinition field = object.fields().get(name);
            if (field == null) {
                faults.add(Schemas.didYouMean(
                        path,
                        "catalog.no-such-field",
                        "field",
                        name,
                        List.copyOf(object.fields().keySet())));
            } else if (!fits.test(field)) {
                faults.add(path, code, "field", name, "type", Words.of(field.type()));
            }
        }
    }

    private boolean groups(FieldDefinition field) {
        return !field.system() && FieldCheck.indexable(catalog, object, field);
    }

    private boolean sums(FieldDefinition field) {
        return !field.system() && catalog.stored(object, field) && Expressions.numeric(ColumnType.result(field.type()));
    }
}
