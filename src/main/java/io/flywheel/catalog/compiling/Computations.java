package io.flywheel.catalog.compiling;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.ComputedField;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.Storage;
import io.flywheel.catalog.SystemFields;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Names;
import io.flywheel.kernel.Problem;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks an object's formulas and roll-ups once, and decides which of them have a column. */
public final class Computations {
    private final Catalog catalog;
    private final ObjectDefinition object;
    private final Map<String, ComputedField> done = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();

    private Computations(Catalog catalog, ObjectDefinition object) {
        this.catalog = catalog;
        this.object = object;
    }

    /** By name, each after those of the same object that it reads; empty for an unknown object. */
    public static Map<String, ComputedField> of(Catalog catalog, String object) {
        return catalog.object(object)
                .map(found -> new Computations(catalog, found).all())
                .orElse(Map.of());
    }

    private Map<String, ComputedField> all() {
        object.fields().values().forEach(this::visit);
        return Collections.unmodifiableMap(done);
    }

    private void visit(FieldDefinition field) {
        if (!begun.add(field.name())) {
            return; // known already, or part of a cycle, which the check reports
        }
        switch (field.type()) {
            case FieldType.Formula formula -> done.put(field.name(), formula(field, formula));
            case FieldType.RollUp rollUp -> done.put(field.name(), rollUp(field, rollUp));
            case FieldType ignored -> {}
        }
    }

    private ComputedField formula(FieldDefinition field, FieldType.Formula formula) {
        Checked checked = check(formula.expression(), CatalogNames.of(catalog, object), false);
        if (checked != null) {
            checked.paths().forEach(path -> object.field(path).ifPresent(this::visit));
        }
        Storage storage = checked != null && lasting(checked) ? column(field) : Storage.ON_READ;
        return new ComputedField(field.name(), formula, checked, formula.result(), storage);
    }

    private ComputedField rollUp(FieldDefinition field, FieldType.RollUp rollUp) {
        Optional<ObjectDefinition> child = catalog.object(rollUp.object());
        Checked where = rollUp.where() == null || child.isEmpty()
                ? null
                : check(rollUp.where(), CatalogNames.of(catalog, child.get()), true);
        return new ComputedField(field.name(), rollUp, where, rollUp.result(), column(field));
    }

    private Storage column(FieldDefinition field) {
        return catalog.filling().contains(new Catalog.FieldName(object.name(), field.name()))
                ? Storage.FILLING
                : Storage.COLUMN;
    }

    /** Whether the value can only change when the record itself is written. */
    private boolean lasting(Checked checked) {
        return Lasting.answers(checked) && checked.paths().stream().allMatch(this::own);
    }

    private boolean own(String path) {
        return object.field(path)
                .map(field -> switch (field.type()) {
                    case FieldType.Formula ignored -> stored(field.name());
                    case FieldType.RollUp ignored -> false; // changes when a child is written
                    case FieldType.Lines ignored -> false;
                    case FieldType ignored -> !field.system() || field.name().equals(SystemFields.ID);
                })
                .orElse(false);
    }

    private boolean stored(String formula) {
        ComputedField computed = done.get(formula);
        return computed != null && computed.storage() != Storage.ON_READ;
    }

    /** Null for an expression that is wrong: no published one is. */
    private static @Nullable Checked check(String text, Names names, boolean condition) {
        try {
            return condition ? Formula.condition(text, names) : Formula.check(text, names);
        } catch (Problem.Invalid wrong) {
            return null;
        }
    }
}
