package io.flywheel.exchange.value;

import org.jspecify.annotations.Nullable;

/** Reads the text of one column's cells as the values of one field. */
@FunctionalInterface
public interface CellParser {
    /** The value as {@link io.flywheel.catalog.FieldType} says, or null for an empty one. */
    @Nullable
    Object parse(String text) throws Unreadable;
}
