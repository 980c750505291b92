package io.flywheel.exchange.job;

import io.flywheel.access.Access;
import io.flywheel.database.Database;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.JobNews;
import io.flywheel.record.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Runs an import from wherever it stands to its end, or takes one back. */
@Component
public class Runner {
    private final Database database;
    private final Records records;
    private final Access access;
    private final Imports imports;
    private final Refusals refusals;
    private final Preparing preparing;
    private final Uploads uploads;
    private final Undoing undoing;
    private final JobNews news;

    Runner(
            Database database,
            Records records,
            Access access,
            Imports imports,
            Refusals refusals,
            Preparing preparing,
            Uploads uploads,
            Undoing undoing,
            JobNews news) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.imports = imports;
        this.refusals = refusals;
        this.preparing = preparing;
        this.uploads = uploads;
        this.undoing = undoing;
        this.news = news;
    }

    /** A dry run is watched by who asked for it, and leaves nothing to be told of. */
    private void tell(Workspace workspace, Import job, long done, long total, Import.Status status) {
        if (!job.wish().dryRun()) {
            news.tell(workspace, job.member(), new JobNews.Job(job.id(), "import", done, total, status.word()));
        }
    }

    private void tellEnd(Workspace workspace, UUID id, Import.Status status) {
        imports.find(workspace, id)
                .ifPresent(job ->
                        tell(workspace, job, job.counts().read(), job.counts().read(), status));
    }

    /** Does what its status asks for; what is wrong with the file becomes the import's faults. */
    public void run(Workspace workspace, UUID id) {
        Import job = imports.find(workspace, id).orElse(null);
        if (job == null) {
            return;
        }
        Actor actor = new Actor(workspace, job.member(), job.language());
        if (job.status() == Import.Status.UNDOING) {
            takeBack(actor, id, Import.Status.UNDONE, List.of());
            return;
        }
        imports.begin(workspace, id).ifPresent(begun -> guarded(actor, begun));
    }

    /** Ends it as failed; what it wrote so far stays, is counted, and can be taken back. */
    void giveUp(Workspace workspace, UUID id) {
        imports.finish(workspace, id, Import.Status.FAILED, List.of(Fault.of("", "exchange.our-mistake")));
        drop(workspace, id);
    }

    private void guarded(Actor actor, Import job) {
        try {
            run(actor, job);
            drop(actor.workspace(), job.id());
        } catch (Imports.Abandoned calledOff) {
            return; // whoever took over goes on
        } catch (Problem.Busy later) {
            throw later;
        } catch (Problem.Invalid invalid) {
            fail(actor, job, invalid.faults());
        } catch (Problem refused) {
            fail(actor, job, List.of(new Fault("", refused.code(), refused.arguments())));
        } catch (IOException failed) {
            fail(
                    actor,
                    job,
                    List.of(Fault.of("file", "exchange.file-damaged", "reason", String.valueOf(failed.getMessage()))));
        }
    }

    private void run(Actor actor, Import job) throws IOException {
        Course course = preparing.course(actor, job, uploads.of(actor.workspace(), job.id()));
        Survey survey = Survey.of(course);
        imports.surveyed(actor.workspace(), job.id(), survey.rows(), survey.notes());
        Import.Phase phase = job.phase();
        Course now = course;
        if (phase == Import.Phase.CHECKING) {
            write(now, survey);
            Import checked = imports.find(actor.workspace(), job.id()).orElseThrow(Imports.Abandoned::new);
            if (job.wish().dryRun() || checked.counts().refused() > 0) {
                finish(now, job.wish().dryRun() ? Import.Status.DONE : Import.Status.FAILED);
                return;
            }
            refusals.clear(actor.workspace(), job.id());
            now = enter(now, Import.Phase.WRITING);
        }
        if (now.job().phase() == Import.Phase.WRITING) {
            write(now, survey);
            now = now.links() ? enter(now, Import.Phase.LINKING) : now;
        }
        if (now.job().phase() == Import.Phase.LINKING) {
            link(now, survey);
        }
        finish(now, Import.Status.DONE);
    }

    private Course enter(Course course, Import.Phase phase) {
        imports.enter(course.workspace(), course.job().id(), phase);
        return course.in(imports.find(course.workspace(), course.job().id()).orElseThrow(Imports.Abandoned::new));
    }

    private void finish(Course course, Import.Status status) {
        List<Fault> faults =
                status == Import.Status.FAILED ? List.of(Fault.of("", "exchange.nothing-written")) : List.of();
        imports.finish(course.workspace(), course.job().id(), status, faults);
        tellEnd(course.workspace(), course.job().id(), status);
    }

    private void write(Course course, Survey survey) throws IOException {
        References references = new References(course, database, access, records);
        Matching matching = new Matching(course, database);
        ChunkWriter writer = new ChunkWriter(course, database, records, imports, refusals);
        int mark = course.job().mark();
        boolean half = course.job().half();
        try (Chunks chunks = new Chunks(course, survey, database, mark);
                Lane lane = new Lane(writer)) {
            for (List<Typed> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
                List<Refusals.Missing> missing =
                        references.resolve(chunk, false).missing();
                if (matching.isAsked()) {
                    lane.drain(); // the rows before may be what these are about
                }
                matching.match(chunk);
                lane.write(chunk, missing, mark, half);
                mark += chunk.size();
                half = false;
                tell(course.workspace(), course.job(), mark, survey.rows(), Import.Status.RUNNING);
            }
            lane.drain();
        }
    }

    private void link(Course course, Survey survey) throws IOException {
        References references = new References(course, database, access, records);
        Linker linker = new Linker(course, database, records, imports, refusals);
        int mark = course.job().mark();
        try (Chunks chunks = new Chunks(course, survey, database, mark)) {
            for (List<Typed> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
                List<Refusals.Missing> missing = references.resolve(chunk, true).missing();
                linker.link(chunk, missing, mark);
                mark += chunk.size();
            }
        }
    }

    /** An import that was to be all or nothing leaves nothing. */
    private void fail(Actor actor, Import job, List<Fault> faults) {
        if (job.wish().skips()) {
            imports.finish(actor.workspace(), job.id(), Import.Status.FAILED, faults);
            tellEnd(actor.workspace(), job.id(), Import.Status.FAILED);
            drop(actor.workspace(), job.id());
        } else {
            takeBack(actor, job.id(), Import.Status.FAILED, faults);
        }
    }

    private void takeBack(Actor actor, UUID id, Import.Status status, List<Fault> faults) {
        List<Fault> notes = new ArrayList<>(undoing.undo(actor, id));
        imports.note(actor.workspace(), id, notes);
        imports.finish(actor.workspace(), id, status, faults);
        tellEnd(actor.workspace(), id, status);
        drop(actor.workspace(), id);
    }

    /** What has ended is not resumed, so nobody reads its file again. */
    private void drop(Workspace workspace, UUID id) {
        try {
            uploads.drop(workspace, id);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
