package io.flywheel.record.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something said on a record.
 *
 * @param parent the comment it replies to, which replies to none itself; or null
 * @param text plain, a mentioned member as {@code <@id>}; empty once it is deleted
 * @param mentions the members mentioned in it
 */
record Comment(
        UUID id,
        String object,
        UUID record,
        @Nullable UUID parent,
        UUID author,
        Instant at,
        @Nullable Instant edited,
        @Nullable Instant deleted,
        String text,
        List<UUID> mentions) {
    static final int LONGEST = 20_000;
}
