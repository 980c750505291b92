package io.flywheel.catalog;

import io.flywheel.kernel.Faults;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A behaviour that an object switches on by naming it, such as a stage path. A module contributes one by declaring a
 * bean; Java asks for the facility, never for an object's name.
 *
 * @param <S> its settings on one object
 */
public interface Facility<S> {
    String name();

    /** The classpath place of the JSON Schema of its settings. */
    String schema();

    /** Reads settings that passed the schema. */
    @Nullable
    S read(JsonNode settings, Faults faults);

    /** Checks them against the object and all other definitions. */
    void check(S settings, ObjectDefinition object, Catalog after, Faults faults);

    /** State that it publishes as fields of the object, each with its own column. */
    default List<FieldDefinition> fields(S settings) {
        return List.of();
    }

    /** Conditions over old and new values whose matches the change log keeps. */
    default List<Watch> watches(S settings, ObjectDefinition object) {
        return List.of();
    }

    /** @param condition over the record, {@code old.…} and {@code changed(…)} */
    record Watch(String id, String condition) {}
}
