package io.flywheel.exchange.job;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.exchange.mapping.Target;
import io.flywheel.kernel.Fault;
import io.flywheel.record.Batch;
import io.flywheel.record.Companion;
import io.flywheel.record.Outcome;
import io.flywheel.record.Records;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes a chunk: first the records that change, then those that are new, each with the mark in the same transaction.
 * After a kill between the two, the half mark says that the first are done.
 */
final class ChunkWriter {
    private final Course course;
    private final Database database;
    private final Records records;
    private final Imports imports;
    private final Refusals refusals;
    private final List<Integer> written = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    ChunkWriter(Course course, Database database, Records records, Imports imports, Refusals refusals) {
        this.course = course;
        this.database = database;
        this.records = records;
        this.imports = imports;
        this.refusals = refusals;
        for (int i = 0; i < course.targets().size(); i++) {
            Target target = course.targets().get(i);
            if (!course.refersToItself(target) && !Course.isId(target)) {
                written.add(i);
                fields.add(target.field().name());
            }
        }
    }

    /** Whether writing a chunk can only add records, for good. */
    boolean onlyMakes(List<Typed> chunk) {
        return course.job().phase() == Import.Phase.WRITING
                && chunk.stream().noneMatch(row -> row.isWritten() && row.existing != null);
    }

    /**
     * @param missing keys of the chunk that named no record
     * @param turn called when all is written but not yet committed; returns when the chunk before is
     */
    void write(List<Typed> chunk, List<Refusals.Missing> missing, int mark, boolean half, Runnable turn) {
        List<Typed> changing = rows(chunk, row -> row.isWritten() && row.existing != null);
        List<Typed> making = rows(chunk, row -> row.isWritten() && row.existing == null);
        boolean mixed = !changing.isEmpty() && !making.isEmpty();
        if (mixed && !half) {
            writeHalf(changing, mark);
        }
        finish(chunk, missing, mark, mixed || half, mixed || half ? List.of() : changing, making, turn);
    }

    private void writeHalf(List<Typed> changing, int mark) {
        write(Batch.Operation.CHANGE, changing, (connection, outcome) -> {
            int done = outcome.written().size();
            int refused = outcome.refused().size();
            Imports.Step step = new Imports.Step(mark, false, mark, true, changing.size(), 0, done, refused);
            note(connection, step, refused(changing, outcome), List.of(), outcome, changing);
        });
    }

    private void finish(
            List<Typed> chunk,
            List<Refusals.Missing> missing,
            int mark,
            boolean halfDone,
            List<Typed> changing,
            List<Typed> making,
            Runnable turn) {
        List<Typed> faulty = rows(chunk, row -> !row.faults.isEmpty());
        int overtaken =
                rows(chunk, row -> row.overtaken && row.faults.isEmpty()).size();
        boolean changes = !changing.isEmpty();
        List<Typed> last = changes ? changing : making;
        Companion companion = (connection, outcome) -> {
            List<Refusals.Refused> refused = refused(last, outcome);
            faulty.forEach(row -> refused.add(new Refusals.Refused(row.row.number(), row.row.cells(), row.faults)));
            int done = outcome.written().size();
            Imports.Step step = new Imports.Step(
                    mark,
                    halfDone,
                    mark + chunk.size(),
                    false,
                    last.size() + faulty.size() + overtaken,
                    changes ? 0 : done,
                    (changes ? done : 0) + overtaken,
                    refused.size());
            turn.run();
            note(connection, step, refused, missing, outcome, last);
        };
        if (last.isEmpty()) {
            alone(companion);
        } else {
            write(changes ? Batch.Operation.CHANGE : Batch.Operation.CREATE, last, companion);
        }
    }

    private void alone(Companion companion) {
        database.transaction(course.workspace(), connection -> {
            companion.with(connection, new Outcome(List.of(), List.of()));
            return true;
        });
    }

    private static List<Typed> rows(List<Typed> chunk, Predicate<Typed> which) {
        return chunk.stream().filter(which).toList();
    }

    /** A check writes everything, learns the outcome and takes it back; its own notes come after. */
    private void write(Batch.Operation operation, List<Typed> rows, Companion companion) {
        boolean keeps = course.job().phase() == Import.Phase.WRITING;
        boolean skips = course.job().wish().skips() || !keeps;
        Batch batch = new Batch(
                course.object().name(),
                operation,
                fields,
                rows.stream().map(this::row).toList(),
                skips,
                course.job().id());
        if (keeps) {
            records.write(course.actor(), batch, companion);
            return;
        }
        Outcome outcome = tried(batch);
        database.transaction(course.workspace(), connection -> {
            companion.with(connection, outcome);
            return true;
        });
    }

    private Outcome tried(Batch batch) {
        try {
            return records.write(course.actor(), batch, (connection, outcome) -> {
                throw new TakenBack(outcome);
            });
        } catch (TakenBack taken) {
            return taken.outcome;
        }
    }

    /** Rolls a trial back and carries what it showed. */
    private static final class TakenBack extends RuntimeException {
        private final transient Outcome outcome;

        TakenBack(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    private Batch.Row row(Typed typed) {
        @Nullable Object[] values = new @Nullable Object[written.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = typed.values[written.get(i)];
        }
        return new Batch.Row(typed.row.number(), typed.existing, null, values);
    }

    private static List<Refusals.Refused> refused(List<Typed> rows, Outcome outcome) {
        List<Refusals.Refused> refused = new ArrayList<>();
        if (!outcome.refused().isEmpty()) {
            Map<Integer, Typed> numbered = new HashMap<>();
            rows.forEach(row -> numbered.put(row.row.number(), row));
            for (Outcome.Refused one : outcome.refused()) {
                Typed row = numbered.get(one.number());
                List<Fault> faults = one.faults();
                refused.add(new Refusals.Refused(one.number(), row == null ? List.of() : row.row.cells(), faults));
            }
        }
        return refused;
    }

    private void note(
            Connection connection,
            Imports.Step step,
            List<Refusals.Refused> refused,
            List<Refusals.Missing> missing,
            Outcome outcome,
            List<Typed> rows)
            throws SQLException {
        imports.advance(connection, course.workspace(), course.job(), step);
        refusals.add(connection, course.workspace(), course.job().id(), refused);
        refusals.missing(connection, course.workspace(), course.job().id(), missing);
        if (course.links() && course.job().phase() == Import.Phase.WRITING && !rows.isEmpty()) {
            Integer[] numbers =
                    outcome.written().stream().map(Outcome.Written::number).toArray(Integer[]::new);
            UUID[] ids = outcome.written().stream().map(Outcome.Written::id).toArray(UUID[]::new);
            Sql.of(
                            "insert into " + Imports.table(course.workspace(), "sys_import_rows")
                                    + " as r values (?, ?, ?, ?) on conflict (import, mark) do update"
                                    + " set numbers = r.numbers || excluded.numbers, ids = r.ids || excluded.ids",
                            course.job().id(),
                            step.before(),
                            numbers,
                            ids)
                    .run(connection);
        }
    }
}
