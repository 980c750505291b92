package io.flywheel.record.value;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.kernel.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value of a JSON body as its field's type: numbers exactly, also from text such as {@code "12.50"}. */
public final class JsonValue {
    private JsonValue() {}

    /** @return the typed value; null also when a fault was found */
    public static @Nullable Object read(FieldDefinition field, @Nullable JsonNode node, Consumer<Fault> faults) {
        if (node == null
                || node.isNull()
                || (node.isString() && node.stringValue().isBlank())) {
            return null;
        }
        return switch (field.type()) {
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Phone _,
                    FieldType.Email _,
                    FieldType.Link _,
                    FieldType.Choice _ -> text(field, node, faults);
            case FieldType.Number _, FieldType.Money _, FieldType.Percent _ -> number(field, node, faults);
            case FieldType.Date _ -> date(field, node, faults);
            case FieldType.DateTime _ -> moment(field, node, faults);
            case FieldType.YesNo _ -> node.isBoolean() ? node.booleanValue() : wrong(field, "yesNo", faults);
            case FieldType.MultiChoice _ -> texts(field, node, faults);
            case FieldType.Referring _ -> id(field, node, faults);
            case FieldType.Computed _, FieldType.Lines _ -> computed(field, faults);
        };
    }

    private static @Nullable Object wrong(FieldDefinition field, String expected, Consumer<Fault> faults) {
        faults.accept(Fault.of(field.name(), "record.wrong-type-" + expected, "field", field.label()));
        return null;
    }

    private static @Nullable Object computed(FieldDefinition field, Consumer<Fault> faults) {
        faults.accept(Fault.of(field.name(), "record.field-computed", "field", field.label()));
        return null;
    }

    private static @Nullable Object text(FieldDefinition field, JsonNode node, Consumer<Fault> faults) {
        return node.isString() ? node.stringValue() : wrong(field, "text", faults);
    }

    private static @Nullable Object number(FieldDefinition field, JsonNode node, Consumer<Fault> faults) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        try {
            return node.isString() && node.stringValue().length() <= 100
                    ? new BigDecimal(node.stringValue().strip())
                    : wrong(field, "number", faults);
        } catch (NumberFormatException e) {
            return wrong(field, "number", faults);
        }
    }

    private static @Nullable Object date(FieldDefinition field, JsonNode node, Consumer<Fault> faults) {
        try {
            return node.isString() ? LocalDate.parse(node.stringValue()) : wrong(field, "date", faults);
        } catch (DateTimeException e) {
            return wrong(field, "date", faults);
        }
    }

    private static @Nullable Object moment(FieldDefinition field, JsonNode node, Consumer<Fault> faults) {
        try {
            return node.isString() ? OffsetDateTime.parse(node.stringValue()) : wrong(field, "dateTime", faults);
        } catch (DateTimeException e) {
            return wrong(field, "dateTime", faults);
        }
    }

    private static @Nullable Object texts(FieldDefinition field, JsonNode node, Consumer<Fault> faults) {
        if (!node.isArray()) {
            return wrong(field, "options", faults);
        }
        List<String> all = new ArrayList<>();
        for (JsonNode one : node) {
            if (!one.isString()) {
                return wrong(field, "options", faults);
            }
            all.add(one.stringValue());
        }
        return all.toArray(String[]::new);
    }

    /** A reference is given as it is answered, {@code {"id": …}}, or as the id alone. */
    private static @Nullable Object id(FieldDefinition field, JsonNode node, Consumer<Fault> faults) {
        JsonNode id = node.isObject() ? node.path("id") : node;
        try {
            return id.isString() ? UUID.fromString(id.stringValue()) : wrong(field, "reference", faults);
        } catch (IllegalArgumentException e) {
            return wrong(field, "reference", faults);
        }
    }
}
