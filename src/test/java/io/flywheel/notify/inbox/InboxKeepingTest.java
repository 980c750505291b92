package io.flywheel.notify.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.record.JobNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept in an inbox, for how long, and once each. */
class InboxKeepingTest extends ProductTest {
    @Autowired
    Notes notes;

    @Autowired
    JobNews jobs;

    @Autowired
    Clock clock;

    private static Note note(Actor actor, Instant at, UUID cause, int number) {
        return new Note(
                Ids.next(),
                actor.member(),
                Note.Kind.ASSIGNED,
                at,
                actor.member(),
                "account",
                null,
                null,
                cause,
                number,
                null,
                false);
    }

    private void add(Actor actor, Note... all) {
        database.transaction(actor.workspace(), connection -> {
            notes.add(connection, actor.workspace(), List.of(all));
            return actor;
        });
    }

    private List<Note> of(Actor actor) {
        return notes.of(actor.workspace(), actor.member(), false, null, 50);
    }

    @Test
    void forgetsWhatIsOlderThanNinetyDays() {
        Actor actor = newWorkspace();
        Instant now = clock.instant();
        add(
                actor,
                note(actor, now.minus(Duration.ofDays(91)), Ids.next(), 1),
                note(actor, now.minus(Duration.ofDays(89)), Ids.next(), 2));
        assertThat(notes.forgetOld(actor.workspace(), now)).isEqualTo(1);
        assertThat(of(actor)).extracting(Note::number).containsExactly(2);
    }

    @Test
    void makesOneEntryOfWhatOneCauseDidInSeveralPortions() {
        Actor actor = newWorkspace();
        UUID cause = Ids.next();
        add(actor, note(actor, clock.instant(), cause, 5_000));
        add(actor, note(actor, clock.instant(), cause, 200));
        assertThat(of(actor)).extracting(Note::number).containsExactly(5_200);
    }

    @Test
    void tellsOfALongOrFailedJobOnceHoweverOftenItIsTold() {
        Actor actor = newWorkspace();
        UUID job = Ids.next();
        jobs.tell(actor.workspace(), actor.member(), new JobNews.Job(job, "bulk", 100, 900, "running"));
        assertThat(of(actor)).isEmpty();
        jobs.tell(actor.workspace(), actor.member(), new JobNews.Job(job, "bulk", 900, 900, "done"));
        jobs.tell(actor.workspace(), actor.member(), new JobNews.Job(job, "bulk", 900, 900, "done"));
        jobs.tell(actor.workspace(), actor.member(), new JobNews.Job(Ids.next(), "bulk", 3, 3, "done"));
        assertThat(of(actor)).extracting(Note::detail).containsExactly("bulk-done");
        assertThat(of(actor)).extracting(Note::number).containsExactly(900);
        jobs.tell(actor.workspace(), actor.member(), new JobNews.Job(Ids.next(), "import", 0, 3, "failed"));
        assertThat(of(actor)).hasSize(2);
    }
}
