package io.flywheel.catalog.checking;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.FormDefinition;
import io.flywheel.catalog.FormDefinition.Related;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Holds a form against its object. */
public final class FormCheck {
    private final Catalog catalog;
    private final FormDefinition form;
    private final Faults faults;

    public FormCheck(Catalog catalog, FormDefinition form, Faults faults) {
        this.catalog = catalog;
        this.form = form;
        this.faults = faults;
    }

    public void check() {
        catalog.object(form.object())
                .ifPresentOrElse(
                        this::against, () -> faults.add(FieldCheck.noObject(catalog, "object", form.object())));
    }

    private void against(ObjectDefinition object) {
        Predicate<FieldType> oneValue = type -> !(type instanceof FieldType.Lines);
        fields("header", form.header(), object, oneValue);
        fields("facts", form.facts(), object, oneValue);
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < form.sections().size(); i++) {
            String path = "sections[" + i + "].fields";
            List<String> fields = form.sections().get(i).fields();
            fields(path, fields, object, type -> true);
            for (int j = 0; j < fields.size(); j++) {
                if (!placed.add(fields.get(j))) {
                    faults.add(path + "[" + j + "]", "catalog.form-field-twice", "field", fields.get(j));
                }
            }
        }
        for (int i = 0; i < form.related().size(); i++) {
            related("related[" + i + "]", form.related().get(i), object);
        }
    }

    private void fields(String path, List<String> names, ObjectDefinition object, Predicate<FieldType> fits) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (object.field(name).filter(field -> fits.test(field.type())).isEmpty()) {
                faults.add(path + "[" + i + "]", "catalog.view-field", "field", name, "object", object.label());
            }
        }
    }

    private void related(String path, Related related, ObjectDefinition object) {
        child(path, related, object).ifPresent(child -> {
            CatalogNames names = CatalogNames.of(catalog, child);
            Expressions expressions = new Expressions(faults);
            for (int i = 0; i < related.columns().size(); i++) {
                expressions.value(
                        path + ".columns[" + i + "]", related.columns().get(i), names);
            }
        });
    }

    private Optional<ObjectDefinition> child(String path, Related related, ObjectDefinition object) {
        String field = related.field();
        if (field == null) {
            String name = Objects.requireNonNullElse(related.object(), "");
            String via = Objects.requireNonNullElse(related.via(), "");
            FieldCheck.checkChildren(catalog, object, path, name, via, faults);
            return catalog.object(name);
        }
        Optional<FieldType.Lines> lines = object.field(field)
                .map(FieldDefinition::type)
                .filter(FieldType.Lines.class::isInstance)
                .map(FieldType.Lines.class::cast);
        if (lines.isEmpty()) {
            faults.add(path + ".field", "catalog.view-field", "field", field, "object", object.label());
        }
        return lines.flatMap(found -> catalog.object(found.object()));
    }
}
