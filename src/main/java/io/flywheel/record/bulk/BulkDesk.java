package io.flywheel.record.bulk;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.write.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes bulk work in, says at once what is wrong with it, does a small one on the spot and hands a large one to a job.
 */
@Component
public class BulkDesk {
    /** How long it can be taken back. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** So many are done before the answer. */
    private static final int AT_ONCE = 200;

    private static final int MOST_OPEN = 10;

    /** A small one whose node died is found by the scheduler after this time. */
    private static final Duration NET = Duration.ofSeconds(60);

    private final Database database;
    private final Access access;
    private final Catalogs catalogs;
    private final Writer writer;
    private final BulkJobs jobs;
    private final BulkSet set;
    private final BulkRunner runner;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final ObjectProvider<OneTimeTask<Void>> task;
    private final Clock clock;

    BulkDesk(
            Database database,
            Access access,
            Catalogs catalogs,
            Writer writer,
            BulkJobs jobs,
            BulkSet set,
            BulkRunner runner,
            ObjectProvider<SchedulerClient> scheduler,
            @Qualifier(BulkTask.BEAN) ObjectProvider<OneTimeTask<Void>> task,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.catalogs = catalogs;
        this.writer = writer;
        this.jobs = jobs;
        this.set = set;
        this.runner = runner;
        this.scheduler = scheduler;
        this.task = task;
        this.clock = clock;
    }

    /**
     * @param ids the records, each once; empty where a condition says which
     * @param expected how many records the actor reckons with, or null
     * @throws Problem.NotFound the object may not be seen
     * @throws Problem.Forbidden the actor may do such a thing to no record
     * @throws Problem.Invalid values or a condition that do not fit; then nothing is kept
     * @throws Problem.Conflict there are not as many as expected
     * @throws Problem.Busy too many of the actor's jobs are under way
     */
    public BulkJob accept(Actor actor, BulkJob.Wish wish, List<UUID> ids, @Nullable Integer expected) {
        ObjectRights rights = access.on(actor, wish.object());
        ObjectDefinition object =
                catalogs.of(actor.workspace()).object(wish.object()).orElseThrow(BulkValues::noObject);
        if (wish.action() == BulkAction.TRANSFER && !BulkValues.isTransfer(object, wish)) {
            throw new Problem.Invalid(Fault.of("values", "record.bulk-no-owner", "object", object.label()));
        }
        writer.check(actor, BulkValues.of(object, rights, wish).trial(wish));
        boolean gathers = ids.isEmpty();
        int total = gathers ? set.count(actor, wish.object(), wish.where()) : ids.size();
        if (expected != null && expected != total) {
            throw new Problem.Conflict("record.bulk-not-as-many", Map.of("expected", expected, "found", total));
        }
        if (jobs.open(actor.workspace(), actor.member()) >= MOST_OPEN) {
            throw new Problem.Busy("record.bulk-too-many", Duration.ofSeconds(10), false);
        }
        BulkJob job = planned(actor, wish, total);
        keep(actor.workspace(), job, ids);
        start(actor.workspace(), job.id(), "run", total <= AT_ONCE);
        return found(actor.workspace(), job.id());
    }

    private BulkJob planned(Actor actor, BulkJob.Wish wish, int total) {
        return new BulkJob(
                Ids.next(),
                wish,
                actor.member(),
                actor.language(),
                BulkJob.State.QUEUED,
                new BulkJob.Gathering(wish.where() != null, null),
                new BulkJob.Counts(total, 0, 0, 0),
                new BulkJob.Undo(null, 0, 0, 0),
                List.of(),
                clock.instant(),
                null);
    }

    private void keep(Workspace workspace, BulkJob job, List<UUID> ids) {
        Instant old = clock.instant().minus(KEPT);
        database.transaction(workspace, connection -> {
            jobs.add(connection, workspace, job, ids.isEmpty());
            set.put(connection, workspace, job.id(), ids);
            set.forget(connection, workspace, old);
            return true;
        });
    }

    /**
     * Stops what is under way, and takes back what was done.
     *
     * @throws Problem.Conflict it is too long ago
     */
    public BulkJob undo(Workspace workspace, BulkJob job) {
        if (job.createdAt().isBefore(clock.instant().minus(KEPT))) {
            throw new Problem.Conflict("record.bulk-too-old", Map.of("days", KEPT.toDays()));
        }
        if (jobs.callOff(workspace, job.id())) {
            boolean small = job.finishedAt() != null && job.counts().mark() <= AT_ONCE;
            start(workspace, job.id(), "undo", small);
        }
        return found(workspace, job.id());
    }

    private BulkJob found(Workspace workspace, UUID id) {
        return jobs.find(workspace, id).orElseThrow();
    }

    private void start(Workspace workspace, UUID id, String what, boolean here) {
        Instant when = here ? clock.instant().plus(NET) : clock.instant();
        scheduler
                .getObject()
                .scheduleIfNotExists(task.getObject().instance(workspace.id() + ":" + id + ":" + what), when);
        if (here) {
            try {
                runner.run(workspace, id);
            } catch (Problem.Busy later) {
                return; // the scheduler's run goes on with it
            }
        }
    }
}
