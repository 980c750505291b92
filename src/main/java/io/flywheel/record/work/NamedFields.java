package io.flywheel.record.work;

import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Settings that name fields of their object, held against what the object has. */
record NamedFields(JsonNode settings, ObjectDefinition object, Faults faults) {

    /** A part that names one field; one that is not given is fine. */
    NamedFields one(String part, Predicate<FieldType> fits) {
        if (settings.path(part).isString()) {
            field(part, settings.path(part).stringValue(), fits);
        }
        return this;
    }

    /** A part that names several fields. */
    NamedFields several(String part, Predicate<FieldType> fits) {
        for (String name : texts(settings.path(part))) {
            field(part, name, fits);
        }
        return this;
    }

    /** Values that must be options of the choice field that {@code part} names. */
    NamedFields options(String part, List<String> values, String path) {
        if (object.fields().get(settings.path(part).asString()) instanceof FieldDefinition field
                && field.type() instanceof FieldType.Choice choice) {
            values.stream()
                    .filter(value -> !choice.options().containsKey(value))
                    .forEach(value ->
                            faults.add(path, "record.part-no-option", "option", value, "field", field.label()));
        }
        return this;
    }

    Optional<FieldDefinition> field(String path, String name, Predicate<FieldType> fits) {
        Optional<FieldDefinition> field = object.field(name);
        if (field.isEmpty()) {
            String near = Nearest.to(name, object.fields().keySet())
                    .map(found -> " → " + found)
                    .orElse("");
            faults.add(new Fault(
                    path, "record.part-no-field", Map.of("object", object.label(), "field", name, "hint", near)));
        } else if (!fits.test(field.get().type())) {
            faults.add(
                    path,
                    "record.part-does-not-fit",
                    "part",
                    path,
                    "field",
                    field.get().label());
        }
        return field;
    }

    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    static boolean choice(FieldType type) {
        return type instanceof FieldType.Choice;
    }

    static boolean text(FieldType type) {
        return type instanceof FieldType.Text || type instanceof FieldType.LongText;
    }

    static boolean day(FieldType type) {
        return type instanceof FieldType.Date;
    }

    static boolean time(FieldType type) {
        return type instanceof FieldType.Date || type instanceof FieldType.DateTime;
    }

    static boolean reference(FieldType type) {
        return type instanceof FieldType.Reference;
    }

    static boolean member(FieldType type) {
        return type instanceof FieldType.Member;
    }

    static boolean yesNo(FieldType type) {
        return type instanceof FieldType.YesNo;
    }

    static boolean number(FieldType type) {
        return ColumnType.result(type) instanceof FieldType.Number;
    }
}
