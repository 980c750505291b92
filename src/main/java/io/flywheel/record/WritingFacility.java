package io.flywheel.record;

import io.flywheel.catalog.Facility;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Label;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A facility that takes part in every write of its object. What it contributes are expressions over the row after the
 * change, {@code old.…} and {@code changed(…)}; on a new record everything {@code old} is null. They run inside the
 * same statement as the write.
 *
 * @param <S> its settings on one object
 */
public interface WritingFacility<S> extends Facility<S> {
    Parts parts(S settings, ObjectDefinition object);

    /**
     * @param assignments state field of the facility → its new value
     * @param gates what must hold
     * @param appends rows for append-only objects
     */
    record Parts(Map<String, String> assignments, List<Gate> gates, List<Append> appends) {}

    /** A write is refused while {@code condition} is false; it is looked at when one of the fields it reads changes. */
    record Gate(String condition, Label message, @Nullable String field) {}

    /** When {@code condition} holds, a row of {@code object} is added: its field → expression over the written row. */
    record Append(String object, String condition, Map<String, String> values) {}
}
