package io.flywheel.record.bulk;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.record.Batch;
import io.flywheel.record.write.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes back what a job did, by the change log: each field that nobody changed since gets its former value, deleted
 * records come back, restored ones go; what others changed since stays and is counted. It is written like any other
 * change, with a cause of its own.
 */
@Component
class BulkUndo {
    private final Database database;
    private final Writer writer;
    private final Access access;
    private final Catalogs catalogs;
    private final BulkJobs jobs;
    private final BulkSet set;
    private final BulkRefusals refusals;
    private final FormerValues former;

    BulkUndo(
            Database database,
            Writer writer,
            Access access,
            Catalogs catalogs,
            BulkJobs jobs,
            BulkSet set,
            BulkRefusals refusals,
            FormerValues former) {
        this.database = database;
        this.writer = writer;
        this.access = access;
        this.catalogs = catalogs;
        this.jobs = jobs;
        this.set = set;
        this.refusals = refusals;
        this.former = former;
    }

    /** @param moved called after each portion */
    void run(Actor actor, BulkJob job, Runnable moved) {
        ObjectRights rights = access.on(actor, job.wish().object());
        ObjectDefinition object =
                catalogs.of(actor.workspace()).object(job.wish().object()).orElseThrow(BulkValues::noObject);
        Portions.go(
                job.undo().mark(),
                job.counts().mark(),
                (mark, most) -> set.slice(actor.workspace(), job.id(), mark, most),
                new PuttingBack(actor, job, object, rights, moved));
    }

    private final class PuttingBack implements Portions.Sink {
        private final Actor actor;
        private final BulkJob job;
        private final ObjectDefinition object;
        private final ObjectRights rights;
        private final Runnable moved;

        PuttingBack(Actor actor, BulkJob job, ObjectDefinition object, ObjectRights rights, Runnable moved) {
            this.actor = actor;
            this.job = job;
            this.object = object;
            this.rights = rights;
            this.moved = moved;
        }

        /**
         * Records that get the same fields back are one batch; the mark moves with the last. What an earlier run of this
         * portion put back is not found again.
         */
        @Override
        public void write(int mark, List<UUID> ids) {
            FormerValues.Found found = former.of(actor.workspace(), job, object, rights, ids);
            List<Batch> batches = found.batches(job);
            for (int i = 0; i < batches.size(); i++) {
                boolean last = i == batches.size() - 1;
                put(batches.get(i), mark, last ? mark + ids.size() : mark, last ? found.left() : List.of());
            }
            if (batches.isEmpty()) {
                note(mark, mark + ids.size(), found.left());
            }
            moved.run();
        }

        private void put(Batch batch, int before, int after, List<BulkRefusals.Refused> left) {
            List<UUID> ids = batch.rows().stream()
                    .map(row -> Objects.requireNonNull(row.id()))
                    .toList();
            writer.write(actor, batch, (connection, outcome) -> {
                List<BulkRefusals.Refused> all = new ArrayList<>(left);
                all.addAll(BulkRunner.refused(ids, outcome));
                int written = outcome.written().size();
                BulkJobs.Step step = new BulkJobs.Step(before, after, written, all.size());
                jobs.advanceUndo(connection, actor.workspace(), job.id(), step);
                refusals.add(connection, actor.workspace(), job.id(), true, all);
            });
        }

        private void note(int before, int after, List<BulkRefusals.Refused> left) {
            database.transaction(actor.workspace(), connection -> {
                BulkJobs.Step step = new BulkJobs.Step(before, after, 0, left.size());
                jobs.advanceUndo(connection, actor.workspace(), job.id(), step);
                refusals.add(connection, actor.workspace(), job.id(), true, left);
                return true;
            });
        }

        @Override
        public void leaveOut(int mark, UUID id, List<Fault> reasons) {
            note(mark, mark + 1, List.of(new BulkRefusals.Refused(id, reasons)));
            moved.run();
        }
    }
}
