package io.flywheel.catalog;

import io.flywheel.kernel.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A kind of definition (object, view, role, metric, scorecard …). A module contributes one by declaring a bean.
 *
 * @param <T> what a document of this kind becomes
 */
public interface DefinitionKind<T> {
    /** Its name in the API and in {@code apps/}: singular, such as {@code object}. */
    String name();

    Class<T> type();

    /** The classpath place of its JSON Schema, such as {@code schema/object.json}. */
    String schema();

    /** Reads a document that passed the schema; anything it cannot read is a fault, and then the answer may be null. */
    @Nullable
    T read(String name, JsonNode document, Faults faults);

    /** Checks it against all others as they would be after publication: names, types, expressions, cycles. */
    void check(String name, T definition, Catalog after, Faults faults);
}
