package io.flywheel.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one record, as the change log keeps it.
 *
 * @param operation {@code c}reated, changed ({@code u}), {@code d}eleted, {@code r}estored
 * @param actor the member who did it
 * @param cause the import or other job that did it, or null
 * @param diff JSON: of a new record field → value, of a change field → [old, new]; {@code {}} for a consumer that does
 *     not read values
 * @param watches the watch expressions that matched
 */
public record LogEntry(
        String object,
        UUID record,
        int version,
        char operation,
        UUID actor,
        @Nullable UUID cause,
        String diff,
        List<String> watches) {}
