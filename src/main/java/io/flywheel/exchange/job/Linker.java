package io.flywheel.exchange.job;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.exchange.mapping.Target;
import io.flywheel.record.Batch;
import io.flywheel.record.Companion;
import io.flywheel.record.Outcome;
import io.flywheel.record.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills in the references of the imported records to each other, once all of them are there. */
final class Linker {
    private final Course course;
    private final Database database;
    private final Records records;
    private final Imports imports;
    private final Refusals refusals;
    private final List<Integer> positions = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    Linker(Course course, Database database, Records records, Imports imports, Refusals refusals) {
        this.course = course;
        this.database = database;
        this.records = records;
        this.imports = imports;
        this.refusals = refusals;
        for (int i = 0; i < course.targets().size(); i++) {
            Target target = course.targets().get(i);
            if (course.refersToItself(target)) {
                positions.add(i);
                fields.add(target.field().name());
            }
        }
    }

    void link(List<Typed> chunk, List<Refusals.Missing> missing, int mark) {
        Map<Integer, UUID> ids = ids(mark);
        Map<UUID, Batch.Row> rows = new HashMap<>();
        for (Typed typed : chunk) {
            UUID id = ids.get(typed.row.number());
            if (id != null && positions.stream().anyMatch(at -> typed.values[at] != null)) {
                rows.put(id, row(typed, id));
            }
        }
        Companion companion = (connection, outcome) -> {
            Imports.Step step = new Imports.Step(mark, false, mark + chunk.size(), false, 0, 0, 0, 0);
            imports.advance(connection, course.workspace(), course.job(), step);
            refusals.missing(connection, course.workspace(), course.job().id(), missing);
        };
        if (rows.isEmpty()) {
            database.transaction(course.workspace(), connection -> {
                companion.with(connection, new Outcome(List.of(), List.of()));
                return true;
            });
            return;
        }
        Batch batch = new Batch(
                course.object().name(),
                Batch.Operation.CHANGE,
                fields,
                List.copyOf(rows.values()),
                true,
                course.job().id());
        records.write(course.actor(), batch, companion);
    }

    private Batch.Row row(Typed typed, UUID id) {
        @Nullable Object[] values = new @Nullable Object[positions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = typed.values[positions.get(i)];
        }
        return new Batch.Row(typed.row.number(), id, null, values);
    }

    private Map<Integer, UUID> ids(int mark) {
        Map<Integer, UUID> ids = new HashMap<>();
        String text = "select unnest(numbers), unnest(ids) from " + Imports.table(course.workspace(), "sys_import_rows")
                + " where import = ? and mark = ?";
        database.in(
                course.workspace(),
                connection -> Sql.of(text, course.job().id(), mark)
                        .list(connection, row -> ids.put(row.getInt(1), row.getObject(2, UUID.class))));
        return ids;
    }
}
