package io.flywheel.record.stage;

import io.flywheel.kernel.Label;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stage path on one object.
 *
 * @param field the choice field that holds the stage
 * @param stages by the option's key, in the path's order
 * @param events where each move is kept for ever; null = nowhere
 */
record StagePathSettings(
        String field, Map<String, Stage> stages, @Nullable Events events) {
    enum Outcome {
        OPEN,
        WON,
        LOST
    }

    /**
     * @param probability in percent; null = not stated
     * @param next the stages that may follow; empty = any
     * @param gate what must hold to enter; null = nothing
     */
    record Stage(
            Outcome outcome,
            @Nullable Integer probability,
            List<String> next,
            @Nullable String gate,
            @Nullable Label message) {}

    /** An append-only object, and which of its fields takes what; a missing part is not kept. */
    record Events(String object, Map<String, String> fields) {}

    /** The state field with the time at which the record entered its stage. */
    String since() {
        return field + "_since";
    }
}
