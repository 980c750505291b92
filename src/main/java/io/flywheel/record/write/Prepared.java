package io.flywheel.record.write;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row whose values fit their fields and whose id is known. */
record Prepared(
        int number,
        UUID id,
        @Nullable Integer version,
        @Nullable Object[] values) {}
