package io.flywheel.notify.inbox;

import io.flywheel.database.Database;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Workspace;
import io.flywheel.notify.live.Broadcast;
import io.flywheel.record.JobNews;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Passes on how far jobs are; one that has ended also stands in the inbox of who waits for it. */
@Component
final class JobDesk implements JobNews {
    private static final int LONG = 200;

    private final Broadcast broadcast;
    private final Notes notes;
    private final Database database;
    private final Clock clock;

    JobDesk(Broadcast broadcast, Notes notes, Database database, Clock clock) {
        this.broadcast = broadcast;
        this.notes = notes;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void tell(Workspace workspace, UUID member, Job job) {
        broadcast.job(workspace, member, job);
        if (worthKeeping(job)) {
            database.transaction(workspace, connection -> {
                notes.add(connection, workspace, List.of(note(member, job)));
                return job;
            });
        }
    }

    /** What ends while one looks needs no entry: only what takes a while, or goes wrong. */
    private static boolean worthKeeping(Job job) {
        return job.state().equals("failed")
                || (job.state().equals("done") && (job.total() >= LONG || job.done() >= LONG));
    }

    private Note note(UUID member, Job job) {
        int number = (int) Math.min(job.done(), Integer.MAX_VALUE);
        String detail = job.kind() + "-" + job.state();
        return new Note(
                Ids.next(),
                member,
                Note.Kind.JOB,
                clock.instant(),
                null,
                "",
                null,
                null,
                job.id(),
                number,
                detail,
                false);
    }
}
