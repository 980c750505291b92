package io.flywheel.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a record.
 *
 * @param name as people gave it, without folders and characters that deceive
 * @param type the media type by its content, whatever its sender claimed
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 * @param member who added it
 * @param deletedAt when it was removed; null while it is there
 */
public record KeptFile(
        UUID id,
        String object,
        UUID record,
        String name,
        String type,
        long size,
        String sha256,
        UUID member,
        Instant createdAt,
        @Nullable Instant deletedAt) {}
