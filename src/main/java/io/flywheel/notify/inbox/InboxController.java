package io.flywheel.notify.inbox;

import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller. */
@RestController
class InboxController {
    private static final int MOST = 100;

    private final Notes notes;
    private final InboxCounts counts;
    private final Wording wording;
    private final Clock clock;

    InboxController(Notes notes, InboxCounts counts, Wording wording, Clock clock) {
        this.notes = notes;
        this.counts = counts;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param next the id to ask {@code after}; null at the end */
    record Inbox(
            int unread,
            List<Wording.Entry> entries,
            @Nullable UUID next) {}

    record Mark(@Nullable Boolean read) {}

    record Count(int unread) {}

    @Operation(summary = "Read one's inbox, the latest first; entries are kept for 90 days")
    @GetMapping("/api/inbox")
    Inbox read(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "30") int limit,
            @RequestParam(defaultValue = "false") boolean unread) {
        if (limit < 1 || limit > MOST) {
            throw new Problem.Invalid(Fault.of("limit", "query.limit-out-of-range", "most", MOST));
        }
        List<Note> found = notes.of(actor.workspace(), actor.member(), unread, after, limit + 1);
        List<Note> page = found.subList(0, Math.min(limit, found.size()));
        return new Inbox(
                unread(actor),
                wording.of(actor, page),
                found.size() > limit ? page.getLast().id() : null);
    }

    @Operation(summary = "Mark one entry as read, or as unread again")
    @PatchMapping("/api/inbox/{id}")
    Count mark(Actor actor, @PathVariable UUID id, @RequestBody Mark mark) {
        Boolean read = mark.read();
        if (read == null) {
            throw new Problem.Invalid(Fault.of("read", "notify.read-missing"));
        }
        if (!notes.mark(actor.workspace(), actor.member(), id, read ? clock.instant() : null)) {
            throw new Problem.NotFound("notify.no-such-entry", Map.of());
        }
        return new Count(unread(actor));
    }

    @Operation(summary = "Mark everything in one's inbox as read")
    @PostMapping("/api/inbox/reading")
    Count markAll(Actor actor) {
        notes.markAll(actor.workspace(), actor.member(), clock.instant());
        return new Count(0);
    }

    private int unread(Actor actor) {
        return counts.of(actor.workspace(), Set.of(actor.member())).getOrDefault(actor.member(), 0);
    }
}
