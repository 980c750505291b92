package io.flywheel.exchange.job;

import io.flywheel.exchange.file.Row;
import io.flywheel.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row on its way from text to record: its values in the order of the mapping's targets. */
final class Typed {
    final Row row;
    /** A reference's value is the key's text until it is resolved to an id. */
    final @Nullable Object[] values;

    final List<Fault> faults = new ArrayList<>(0);
    /** The record it changes; null = it makes one. */
    @Nullable
    UUID existing;
    /** A later row of the chunk gives the same record: that one is written, this one counts as an update. */
    boolean overtaken;

    Typed(Row row, int width) {
        this.row = row;
        this.values = new @Nullable Object[width];
    }

    boolean isWritten() {
        return faults.isEmpty() && !overtaken;
    }
}
