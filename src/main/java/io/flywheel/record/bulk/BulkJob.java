package io.flywheel.record.bulk;

import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of many records and how far it came.
 *
 * @param faults why it ended before its time; empty otherwise
 */
public record BulkJob(
        UUID id,
        Wish wish,
        UUID member,
        Language language,
        State state,
        Gathering gathering,
        Counts counts,
        Undo undo,
        List<Fault> faults,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /**
     * What was asked for.
     *
     * @param values field → value, as JSON; empty unless something is given
     * @param where which records, null if they were chosen one by one
     */
    public record Wish(
            String object,
            BulkAction action,
            ObjectNode values,
            @Nullable String where) {}

    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        UNDOING,
        UNDONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param cursor where the gathering of the set goes on, null at its beginning */
    record Gathering(boolean open, @Nullable String cursor) {}

    /** @param mark records of the set that have had their turn, written or refused */
    public record Counts(int total, int mark, int done, int refused) {}

    /**
     * What was taken back.
     *
     * @param cause of its entries in the change log; null as long as nobody asked
     * @param left records that stayed as they were: changed by others since, or out of reach
     */
    public record Undo(@Nullable UUID cause, int mark, int putBack, int left) {}

    Actor actor(Workspace workspace) {
        return new Actor(workspace, member, language);
    }
}
