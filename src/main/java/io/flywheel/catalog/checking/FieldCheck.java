package io.flywheel.catalog.checking;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalog.FieldName;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.compiling.Dependencies;
import io.flywheel.catalog.compiling.Extents;
import io.flywheel.catalog.reading.Schemas;
import io.flywheel.formula.Extent;
import io.flywheel.kernel.Faults;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the fields of one object against all definitions. */
final class FieldCheck {
    /** an entry of an index holds about 2,700 bytes at most; a character may take four */
    private static final int LONGEST_INDEXED = 600;

    private final Catalog catalog;
    private final ObjectDefinition object;
    private final Faults faults;
    private final Expressions expressions;
    private final CatalogNames names;
    private final Extents extents;

    FieldCheck(Catalog catalog, ObjectDefinition object, Faults faults) {
        this.catalog = catalog;
        this.object = object;
        this.faults = faults;
        this.expressions = new Expressions(faults);
        this.names = CatalogNames.of(catalog, object);
        this.extents = new Extents(catalog);
    }

    void check(FieldDefinition field) {
        String path = "fields." + field.name();
        properties(path, field);
        expressions.condition(path + ".requiredWhen", field.requiredWhen(), names);
        expressions.condition(path + ".visibleWhen", field.visibleWhen(), names);
        expressions.condition(path + ".readOnlyWhen", field.readOnlyWhen(), names);
        if (field.defaultValue() != null) {
            expressions.fitting(path + ".default", field.defaultValue(), CatalogNames.ofReader(catalog), field.type());
        }
        switch (field.type()) {
            case FieldType.Referring reference -> object(path, reference.object());
            case FieldType.Lines lines -> children(path, lines.object(), lines.via());
            case FieldType.Formula formula -> {
                formula(path, formula);
                extent(path, field);
            }
            case FieldType.RollUp rollUp -> new RollUpCheck(catalog, rollUp, path, faults).check(object);
            case FieldType ignored -> {}
        }
        cycle(path, field);
    }

    private void properties(String path, FieldDefinition field) {
        if (!ObjectCheck.given(field)) {
            refuse(field.required(), path, "required", field);
            refuse(field.defaultValue() != null, path, "default", field);
        }
        if (!indexable(catalog, object, field)) {
            refuse(field.unique(), path, "unique", field);
            refuse(field.indexed(), path, "indexed", field);
        }
        boolean searched = Expressions.textual(field.type()) || field.type() instanceof FieldType.AutoNumber;
        refuse(field.searchable() && !searched, path, "searchable", field);
    }

    private void refuse(boolean wrong, String path, String property, FieldDefinition field) {
        if (wrong) {
            faults.add(
                    path + "." + property,
                    "catalog.property-of-other-type",
                    "property",
                    property,
                    "type",
                    Words.of(field.type()));
        }
    }

    /** Whether an index can hold a field: it has a column whose values are short. */
    static boolean indexable(Catalog catalog, ObjectDefinition object, FieldDefinition field) {
        FieldType type = ColumnType.result(field.type());
        return catalog.stored(object, field)
                && !(type instanceof FieldType.LongText)
                && !(type instanceof FieldType.MultiChoice)
                && !(type instanceof FieldType.Link)
                && !(type instanceof FieldType.Text text && text.length() > LONGEST_INDEXED);
    }

    private void formula(String path, FieldType.Formula formula) {
        expressions
                .value(path + ".expression", formula.expression(), names)
                .ifPresent(checked -> expressions.fitting(path + ".expression", checked, formula.result()));
    }

    /** Reported where it begins: at a formula that is too much by way of others which are not. */
    private void extent(String path, FieldDefinition field) {
        FieldName here = new FieldName(object.name(), field.name());
        Set<FieldName> read = new Dependencies(catalog).of(here);
        if (extents.of(here).isTooMuch()
                && read.stream().noneMatch(one -> extents.of(one).isTooMuch())) {
            faults.add(
                    path + ".expression",
                    "catalog.formulas-too-large",
                    "characters",
                    Extent.MOST_CHARACTERS,
                    "levels",
                    Extent.MOST_LEVELS);
        }
    }

    private void object(String path, String name) {
        if (catalog.object(name).isEmpty()) {
            faults.add(noObject(catalog, path + ".object", name));
        }
    }

    private void children(String path, String child, String via) {
        checkChildren(catalog, object, path, child, via, faults);
    }

    /** Adds a fault unless {@code child} is an object whose field {@code via} refers to {@code parent}. */
    static void checkChildren(
            Catalog catalog, ObjectDefinition parent, String path, String child, String via, Faults faults) {
        var found = catalog.object(child);
        if (found.isEmpty()) {
            faults.add(noObject(catalog, path + ".object", child));
            return;
        }
        boolean refers = found.get()
                .field(via)
                .map(FieldDefinition::type)
                .filter(type -> type instanceof FieldType.Referring reference
                        && reference.object().equals(parent.name()))
                .isPresent();
        if (!refers) {
            List<String> referring = found.get().fields().values().stream()
                    .filter(field -> !field.system()
                            && field.type() instanceof FieldType.Referring reference
                            && reference.object().equals(parent.name()))
                    .map(FieldDefinition::name)
                    .toList();
            faults.add(Schemas.didYouMean(path + ".via", "catalog.via-does-not-refer", "field", via, referring));
        }
    }

    static io.flywheel.kernel.Fault noObject(Catalog catalog, String path, String name) {
        return Schemas.didYouMean(
                path,
                "catalog.no-such-object",
                "object",
                name,
                List.copyOf(catalog.objects().keySet()));
    }

    /** A cycle is reported once: at the first of its fields by name. */
    private void cycle(String path, FieldDefinition field) {
        FieldName here = new FieldName(object.name(), field.name());
        List<FieldName> cycle = new Dependencies(catalog).cycle(here);
        Comparator<FieldName> byName = Comparator.comparing(FieldName::object).thenComparing(FieldName::field);
        if (!cycle.isEmpty() && cycle.stream().min(byName).orElseThrow().equals(here)) {
            String shown = cycle.stream()
                    .map(step -> step.object() + "." + step.field())
                    .collect(Collectors.joining(" → "));
            faults.add(path, "catalog.formula-cycle", "cycle", shown);
        }
    }
}
