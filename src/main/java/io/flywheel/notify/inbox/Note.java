package io.flywheel.notify.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an inbox.
 *
 * @param record null if it is about several, or none
 * @param cause the job it tells of, or that did what it tells
 * @param number of how many records it tells
 * @param detail of a job: its kind and state, as {@code import-done}
 */
record Note(
        UUID id,
        UUID member,
        Kind kind,
        Instant at,
        @Nullable UUID actor,
        @Nullable String object,
        @Nullable UUID record,
        @Nullable UUID comment,
        @Nullable UUID cause,
        int number,
        @Nullable String detail,
        boolean read) {
    enum Kind {
        MENTION,
        COMMENT,
        ASSIGNED,
        JOB
    }
}
