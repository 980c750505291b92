package io.flywheel.record.bulk;

import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.Batch;
import io.flywheel.record.value.JsonValue;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** What the records of a portion were before a job touched them, as far as nobody else touched them since. */
@Component
class FormerValues {
    private static final ObjectReader EXACT =
            JsonMapper.shared().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Database database;

    FormerValues(Database database) {
        this.database = database;
    }

    /** @param left records that stay as they are, with the reason */
    record Found(List<Former> former, List<BulkRefusals.Refused> left) {
        /** One batch for each set of fields. */
        List<Batch> batches(BulkJob job) {
            Map<Set<String>, List<Batch.Row>> rows = new LinkedHashMap<>();
            for (Former one : former) {
                List<Batch.Row> same = rows.computeIfAbsent(one.values.keySet(), none -> new ArrayList<>());
                same.add(new Batch.Row(
                        same.size(), one.id, one.version, one.values.values().toArray()));
            }
            Batch.Operation operation = operation(job);
            return rows.entrySet().stream()
                    .map(group -> new Batch(
                            job.wish().object(),
                            operation,
                            List.copyOf(group.getKey()),
                            group.getValue(),
                            true,
                            job.undo().cause()))
                    .toList();
        }

        private static Batch.Operation operation(BulkJob job) {
            return switch (job.wish().action()) {
                case CHANGE, TRANSFER -> Batch.Operation.CHANGE;
                case DELETE -> Batch.Operation.RESTORE;
                case RESTORE -> Batch.Operation.DELETE;
            };
        }
    }

    /** @param version the record's version now, so that a change of this very moment is not overwritten */
    record Former(UUID id, int version, Map<String, @Nullable Object> values) {}

    /**
     * One line of the log and what became of its record.
     *
     * @param then the version that the job left; {@code now} the present one, null if the record is not there
     * @param touched fields that others changed since
     */
    private record Line(UUID id, int then, @Nullable Integer now, boolean deleted, String diff, Set<String> touched) {}

    Found of(Workspace workspace, BulkJob job, ObjectDefinition object, ObjectRights rights, List<UUID> ids) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (Line line : lines(workspace, job, ids)) {
            if (job.wish().action().gives()) {
                sortChange(found, line, object, rights);
            } else {
                sortRemoval(found, line, job.wish().action() == BulkAction.DELETE);
            }
        }
        return found;
    }

    /** Every record that the job wrote and its undoing has not put back yet. */
    private List<Line> lines(Workspace workspace, BulkJob job, List<UUID> ids) {
        String log = BulkJobs.table(workspace, "sys_change_log");
        String text = "select l.record, l.version, t.version, t.deleted_at is not null, l.diff::text,"
                + " array(select distinct jsonb_object_keys(c.diff) from " + log + " c where c.record = l.record"
                + " and c.object = l.object and c.operation = 'u' and c.version > l.version) from " + log
                + " l left join " + BulkJobs.table(workspace, job.wish().object()) + " t on t.id = l.record"
                + " where l.record = any(?) and l.cause = ? and l.object = ? and not exists (select from " + log
                + " u where u.record = l.record and u.cause = ?) order by l.record";
        return database.in(
                workspace,
                connection -> Sql.of(
                                text,
                                ids.toArray(UUID[]::new),
                                job.id(),
                                job.wish().object(),
                                job.undo().cause())
                        .list(connection, FormerValues::line));
    }

    private static Line line(ResultSet row) throws SQLException {
        Array touched = row.getArray(6);
        return new Line(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getObject(3, Integer.class),
                row.getBoolean(4),
                row.getString(5),
                Set.of((String[]) touched.getArray()));
    }

    private static void sortChange(Found found, Line line, ObjectDefinition object, ObjectRights rights) {
        if (line.now == null || line.deleted) {
            leave(found, line, "record.bulk-gone-since");
            return;
        }
        JsonNode diff = EXACT.readTree(line.diff);
        if (diff.isEmpty()) {
            leave(found, line, "record.bulk-without-history");
            return;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Faults faults = new Faults();
        diff.forEachEntry((name, change) -> {
            FieldDefinition field = object.fields().get(name);
            if (field != null && !line.touched.contains(name) && mayGive(field, rights)) {
                values.put(name, JsonValue.read(field, change.path(0), faults::add));
            }
        });
        if (values.isEmpty()) {
            leave(found, line, "record.bulk-changed-since");
        } else {
            found.former.add(new Former(line.id, line.now, values));
        }
    }

    private static boolean mayGive(FieldDefinition field, ObjectRights rights) {
        return !field.system()
                && !(field.type() instanceof FieldType.Computed)
                && rights.sees(field.name())
                && !rights.fixed().contains(field.name());
    }

    private static void sortRemoval(Found found, Line line, boolean wasDeleted) {
        if (line.now != null && line.now == line.then && line.deleted == wasDeleted) {
            found.former.add(new Former(line.id, line.now, Map.of()));
        } else {
            leave(found, line, "record.bulk-changed-since");
        }
    }

    private static void leave(Found found, Line line, String code) {
        found.left.add(new BulkRefusals.Refused(line.id, List.of(Fault.of("", code))));
    }
}
