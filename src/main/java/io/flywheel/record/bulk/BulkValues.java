package io.flywheel.record.bulk;

import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import io.flywheel.record.Batch;
import io.flywheel.record.value.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a job gives every record, typed: the same fields and values for each. */
record BulkValues(List<String> fields, @Nullable Object[] values) {
    private static final String OWNER = "owner";

    /**
     * @throws Problem.Invalid values that do not fit their fields; fields that are not there are the writer's to name
     */
    static BulkValues of(ObjectDefinition object, ObjectRights rights, BulkJob.Wish wish) {
        List<String> fields = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        Faults faults = new Faults();
        wish.values().forEachEntry((name, node) -> {
            String field = wish.action() == BulkAction.TRANSFER ? owner(object, name) : name;
            FieldDefinition known = object.fields().get(field);
            fields.add(field);
            values.add(known == null || !rights.sees(field) ? null : JsonValue.read(known, node, faults::add));
        });
        faults.refuse();
        return new BulkValues(fields, values.toArray());
    }

    /** The field whose role is the owner, however the object calls it. */
    private static String owner(ObjectDefinition object, String name) {
        return object.role(OWNER)
                .filter(field -> name.equals(OWNER))
                .map(FieldDefinition::name)
                .orElse(name);
    }

    static boolean isTransfer(ObjectDefinition object, BulkJob.Wish wish) {
        return object.role(OWNER).isPresent()
                && wish.values().size() == 1
                && wish.values().has(OWNER);
    }

    /** One row for each record, numbered by its place. */
    Batch batch(BulkJob.Wish wish, List<UUID> ids, @Nullable UUID cause) {
        List<Batch.Row> rows = new ArrayList<>(ids.size());
        for (UUID id : ids) {
            rows.add(new Batch.Row(rows.size(), id, null, values));
        }
        return new Batch(wish.object(), wish.action().operation(), fields, rows, true, cause);
    }

    /** A batch to be looked at only: faults of its fields and values show, whatever the record. */
    Batch trial(BulkJob.Wish wish) {
        Batch.Row row = new Batch.Row(0, new UUID(0, 0), null, values);
        return new Batch(wish.object(), wish.action().operation(), fields, List.of(row), false, null);
    }

    static Problem.NotFound noObject() {
        return new Problem.NotFound("record.no-such-object", Map.of());
    }
}
