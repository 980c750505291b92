package io.flywheel.record.write;

import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.Batch;
import io.flywheel.record.Outcome;
import io.flywheel.record.number.NumberSeries;
import io.flywheel.record.value.FittingValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a write that needs no database: fields known and allowed, values made to fit, ids and numbers given.
 *
 * @param refused rows that do not fit, with their faults
 */
record Preparation(List<FieldDefinition> fields, List<Prepared> rows, List<Outcome.Refused> refused) {

    static Preparation of(
            Workspace workspace, ObjectDefinition object, ObjectRights rights, Batch batch, NumberSeries numbers) {
        List<FieldDefinition> fields = fields(object, rights, batch);
        List<Prepared> rows = new ArrayList<>(batch.rows().size());
        List<Outcome.Refused> refused = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Batch.Row row : batch.rows()) {
            List<Fault> faults = new ArrayList<>();
            @Nullable Object[] values = values(fields, row, faults);
            UUID id = row.id() == null ? Ids.next() : row.id();
            if (row.id() != null && !seen.add(id)) {
                faults.add(Fault.of("id", "record.given-twice"));
            }
            if (faults.isEmpty()) {
                rows.add(new Prepared(row.number(), id, row.version(), values));
            } else {
                refused.add(new Outcome.Refused(row.number(), faults));
            }
        }
        Preparation prepared = new Preparation(fields, rows, refused);
        return batch.operation() == Batch.Operation.CREATE ? prepared.numbered(workspace, object, numbers) : prepared;
    }

    private static List<FieldDefinition> fields(ObjectDefinition object, ObjectRights rights, Batch batch) {
        List<FieldDefinition> fields = new ArrayList<>();
        Faults faults = new Faults();
        Set<String> seen = new HashSet<>();
        for (String name : batch.fields()) {
            FieldDefinition field = object.fields().get(name);
            if (field == null || !rights.sees(name)) {
                faults.add(unknown(object, rights, name));
            } else if (field.system() || field.type() instanceof FieldType.Computed) {
                faults.add(name, "record.field-computed", "field", field.label());
            } else if (rights.fixed().contains(name)) {
                faults.add(name, "record.field-fixed", "field", field.label());
            } else if (!seen.add(name)) {
                faults.add(name, "record.field-twice", "field", field.label());
            } else {
                fields.add(field);
            }
        }
        faults.refuse();
        return fields;
    }

    private static Fault unknown(ObjectDefinition object, ObjectRights rights, String name) {
        List<String> known =
                object.fields().keySet().stream().filter(rights::sees).toList();
        return Nearest.to(name, known)
                .map(near -> new Fault(
                        name,
                        "record.unknown-field-near",
                        Map.of("field", name, "object", object.label(), "nearest", near)))
                .orElseGet(() -> Fault.of(name, "record.unknown-field", "field", name, "object", object.label()));
    }

    private static @Nullable Object[] values(List<FieldDefinition> fields, Batch.Row row, List<Fault> faults) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = FittingValue.of(fields.get(i), row.values()[i], faults::add);
        }
        return values;
    }

    private Preparation numbered(Workspace workspace, ObjectDefinition object, NumberSeries numbers) {
        List<FieldDefinition> all = new ArrayList<>(fields);
        List<Prepared> numbered = rows;
        for (FieldDefinition field : object.fields().values()) {
            if (field.type() instanceof FieldType.AutoNumber auto && !numbered.isEmpty()) {
                String[] taken = numbers.take(workspace, object.name(), field.name(), auto.format(), numbered.size());
                all.add(field);
                numbered = append(numbered, taken);
            }
        }
        return new Preparation(all, numbered, refused);
    }

    private static List<Prepared> append(List<Prepared> rows, String[] values) {
        List<Prepared> longer = new ArrayList<>(rows.size());
        for (int i = 0; i < values.length; i++) {
            Prepared row = rows.get(i);
            @Nullable Object[] more = Arrays.copyOf(row.values(), row.values().length + 1);
            more[row.values().length] = values[i];
            longer.add(new Prepared(row.number(), row.id(), row.version(), more));
        }
        return longer;
    }
}
