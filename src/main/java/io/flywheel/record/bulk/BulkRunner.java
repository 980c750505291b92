package io.flywheel.record.bulk;

import io.flywheel.access.Access;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.DatabaseFault;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.JobNews;
import io.flywheel.record.Outcome;
import io.flywheel.record.write.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs a job from wherever it stands to its end, or takes it back. */
@Component
class BulkRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BulkRunner.class);

    /** deadlock, serialization failure, lock or statement time-out: the same portion may well succeed later */
    private static final Set<String> PASSING = Set.of("40P01", "40001", "55P03", "57014");

    private final Database database;
    private final Writer writer;
    private final Access access;
    private final Catalogs catalogs;
    private final BulkJobs jobs;
    private final BulkSet set;
    private final BulkRefusals refusals;
    private final BulkUndo undo;
    private final ObjectProvider<JobNews> news;

    BulkRunner(
            Database database,
            Writer writer,
            Access access,
            Catalogs catalogs,
            BulkJobs jobs,
            BulkSet set,
            BulkRefusals refusals,
            BulkUndo undo,
            ObjectProvider<JobNews> news) {
        this.database = database;
        this.writer = writer;
        this.access = access;
        this.catalogs = catalogs;
        this.jobs = jobs;
        this.set = set;
        this.refusals = refusals;
        this.undo = undo;
        this.news = news;
    }

    /**
     * Does what the job's state asks for. A mistake of ours ends it visibly instead of being tried for ever.
     *
     * @throws Problem.Busy it goes on later
     */
    void run(Workspace workspace, UUID id) {
        try {
            BulkJob job = jobs.find(workspace, id).orElse(null);
            if (job != null && job.state() == BulkJob.State.UNDOING) {
                takeBack(workspace, job);
            } else if (job != null) {
                jobs.begin(workspace, id).ifPresent(begun -> guarded(workspace, begun));
            }
        } catch (BulkJobs.Abandoned calledOff) {
            return; // whoever took over goes on
        } catch (DatabaseFault fault) {
            if (PASSING.contains(fault.state())) {
                throw new Problem.Busy("record.bulk-later", Duration.ofSeconds(2), true);
            }
            giveUp(workspace, id, fault);
        } catch (Problem.Busy later) {
            throw later;
        } catch (RuntimeException ours) {
            giveUp(workspace, id, ours);
        }
    }

    /** What it wrote so far stays, is counted, and can be taken back. */
    private void giveUp(Workspace workspace, UUID id, RuntimeException ours) {
        LOG.error("bulk work {} failed", id, ours);
        end(workspace, id, BulkJob.State.FAILED, List.of(Fault.of("", "record.bulk-our-mistake")));
    }

    private void guarded(Workspace workspace, BulkJob job) {
        try {
            work(job.actor(workspace), job);
            end(workspace, job.id(), BulkJob.State.DONE, List.of());
        } catch (Problem.Busy later) {
            throw later;
        } catch (Problem refused) {
            end(workspace, job.id(), BulkJob.State.FAILED, Portions.reasons(refused));
        }
    }

    private void takeBack(Workspace workspace, BulkJob job) {
        try {
            undo.run(job.actor(workspace), job, () -> tell(workspace, job.id()));
            end(workspace, job.id(), BulkJob.State.UNDONE, List.of());
        } catch (Problem.Busy later) {
            throw later;
        } catch (Problem refused) {
            end(workspace, job.id(), BulkJob.State.UNDONE, Portions.reasons(refused));
        }
    }

    private void work(Actor actor, BulkJob job) {
        int total =
                job.gathering().open() ? set.gather(actor, job) : job.counts().total();
        var rights = access.on(actor, job.wish().object());
        ObjectDefinition object =
                catalogs.of(actor.workspace()).object(job.wish().object()).orElseThrow(BulkValues::noObject);
        BulkValues values = BulkValues.of(object, rights, job.wish());
        writer.check(actor, values.trial(job.wish()));
        Portions.go(
                job.counts().mark(),
                total,
                (mark, most) -> set.slice(actor.workspace(), job.id(), mark, most),
                new Writing(actor, job, values));
    }

    private final class Writing implements Portions.Sink {
        private final Actor actor;
        private final BulkJob job;
        private final BulkValues values;

        Writing(Actor actor, BulkJob job, BulkValues values) {
            this.actor = actor;
            this.job = job;
            this.values = values;
        }

        @Override
        public void write(int mark, List<UUID> ids) {
            writer.write(actor, values.batch(job.wish(), ids, job.id()), (connection, outcome) -> {
                List<BulkRefusals.Refused> refused = refused(ids, outcome);
                int written = outcome.written().size();
                BulkJobs.Step step = new BulkJobs.Step(mark, mark + ids.size(), written, refused.size());
                jobs.advance(connection, actor.workspace(), job.id(), step);
                refusals.add(connection, actor.workspace(), job.id(), false, refused);
            });
            tell(actor.workspace(), job.id());
        }

        @Override
        public void leaveOut(int mark, UUID id, List<Fault> reasons) {
            database.transaction(actor.workspace(), connection -> {
                jobs.advance(connection, actor.workspace(), job.id(), new BulkJobs.Step(mark, mark + 1, 0, 1));
                List<BulkRefusals.Refused> refused = List.of(new BulkRefusals.Refused(id, reasons));
                refusals.add(connection, actor.workspace(), job.id(), false, refused);
                return true;
            });
            tell(actor.workspace(), job.id());
        }
    }

    static List<BulkRefusals.Refused> refused(List<UUID> ids, Outcome outcome) {
        return outcome.refused().stream()
                .map(row -> new BulkRefusals.Refused(ids.get(row.number()), row.faults()))
                .toList();
    }

    private void end(Workspace workspace, UUID id, BulkJob.State state, List<Fault> faults) {
        jobs.finish(workspace, id, state, faults);
        tell(workspace, id);
    }

    private void tell(Workspace workspace, UUID id) {
        jobs.find(workspace, id).ifPresent(job -> {
            boolean undoing = job.state() == BulkJob.State.UNDOING;
            JobNews.Job told = new JobNews.Job(
                    id,
                    "bulk",
                    undoing ? job.undo().mark() : job.counts().mark(),
                    undoing ? job.counts().mark() : job.counts().total(),
                    undoing ? "running" : job.state().word());
            news.ifAvailable(teller -> teller.tell(workspace, job.member(), told));
        });
    }
}
