package io.flywheel.record.plan;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.formula.Checked;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Label;
import io.flywheel.query.Slot;
import io.flywheel.record.WritingFacility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that must hold for the rows of one write; the new row stands under {@code n}, the old one under {@code o}. */
final class Checks {
    private final RowShape shape;
    private final Function<String, RowScope> sight;
    private final @Nullable Set<String> changed;
    private final List<Check> found = new ArrayList<>();

    /** @param changed the fields whose values may differ from the old row's; null = a new row, all of them */
    Checks(RowShape shape, Function<String, RowScope> sight, @Nullable Set<String> changed) {
        this.shape = shape;
        this.sight = sight;
        this.changed = changed;
    }

    List<Check> all(List<WritingFacility.Gate> gates) {
        for (FieldDefinition field : shape.object.fields().values()) {
            if (!field.system() && shape.stored(field)) {
                present(field);
                fixed(field);
                referred(field);
            }
        }
        for (ObjectDefinition.Rule rule : shape.object.rules()) {
            holds(rule.check(), rule.message(), rule.field(), rule.refuses());
        }
        for (WritingFacility.Gate gate : gates) {
            holds(gate.condition(), gate.message(), gate.field(), true);
        }
        return found;
    }

    private boolean concerns(String field) {
        return changed == null || changed.contains(field);
    }

    private boolean concerns(Checked checked) {
        return RowShape.ownFields(checked).stream().anyMatch(this::concerns);
    }

    private void present(FieldDefinition field) {
        if (field.type() instanceof FieldType.Computed) {
            return;
        }
        String empty = "n." + SqlText.name(field.name()) + " is null";
        Fault fault = Fault.of(field.name(), "record.required", "field", field.label());
        if (field.required() && concerns(field.name())) {
            found.add(new Check(fault, new SqlText().add(empty), true));
        }
        if (field.requiredWhen() != null) {
            Checked when = shape.condition(field.requiredWhen());
            if (concerns(when) || concerns(field.name())) {
                found.add(new Check(
                        fault,
                        new SqlText()
                                .add("(")
                                .add(shape.sql(when, "n"))
                                .add(") is true and ")
                                .add(empty),
                        true));
            }
        }
    }

    private void fixed(FieldDefinition field) {
        if (field.readOnlyWhen() == null || changed == null || !changed.contains(field.name())) {
            return;
        }
        SqlText broken = new SqlText()
                .add("(")
                .add(shape.sql(shape.condition(field.readOnlyWhen()), "o"))
                .add(") is true and " + distinct(field.name()));
        found.add(new Check(Fault.of(field.name(), "record.field-fixed-now", "field", field.label()), broken, true));
    }

    static String distinct(String field) {
        return "n." + SqlText.name(field) + " is distinct from o." + SqlText.name(field);
    }

    private void referred(FieldDefinition field) {
        if (!(field.type() instanceof FieldType.Referring target) || !concerns(field.name())) {
            return;
        }
        SqlText broken = new SqlText()
                .add("n." + SqlText.name(field.name()) + " is not null and ")
                .add(changed == null ? "" : distinct(field.name()) + " and ")
                .add("not exists (select 1 from " + shape.table(target.object()) + " r where r.id = n."
                        + SqlText.name(field.name()) + " and r.deleted_at is null")
                .add(within(target))
                .add(")");
        found.add(new Check(
                Fault.of(
                        field.name(),
                        "record.no-such-reference",
                        "field",
                        field.label(),
                        "object",
                        shape.catalog
                                .object(target.object())
                                .map(ObjectDefinition::label)
                                .orElse(Label.same(target.object()))),
                broken,
                true));
    }

    /** Only what the writer may see can be named; everybody may name members and teams. */
    private SqlText within(FieldType.Referring target) {
        SqlText scope = new SqlText();
        if (target.object().equals(SystemObjects.MEMBER) || target.object().equals(SystemObjects.TEAM)) {
            return scope;
        }
        ObjectDefinition named = shape.catalog.object(target.object()).orElseThrow();
        return Reached.within(shape, named, "r", sight.apply(named.name()), new Slot.Owners(named.name()));
    }

    private void holds(String condition, Label message, @Nullable String field, boolean refuses) {
        Checked checked = shape.condition(condition);
        if (AcrossRows.reads(shape, checked) || !concerns(checked)) {
            return;
        }
        found.add(new Check(
                new Fault(field == null ? "" : field, "record.rule", Map.of("message", message)),
                new SqlText().add("(").add(shape.sql(checked, "n")).add(") is false"),
                refuses));
    }
}
