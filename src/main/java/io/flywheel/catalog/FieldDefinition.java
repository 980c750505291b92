package io.flywheel.catalog;

import io.flywheel.kernel.Label;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object. Its name is its column's name, for ever; labels may change freely.
 *
 * @param defaultValue expression for a new record's value when none is given
 * @param requiredWhen visibleWhen, readOnlyWhen: conditions over the record
 * @param history whether changes are kept in the change log
 * @param system one of the columns every object has (id, version, created_at, …), never given by a user
 * @param retired hidden; its column and values are kept
 */
public record FieldDefinition(
        String name,
        Label label,
        @Nullable Label help,
        FieldType type,
        boolean required,
        boolean unique,
        boolean indexed,
        boolean searchable,
        boolean history,
        @Nullable String defaultValue,
        @Nullable String requiredWhen,
        @Nullable String visibleWhen,
        @Nullable String readOnlyWhen,
        boolean system,
        boolean retired) {
    /** A column that the product keeps by itself: readable, in no history, never given by a user. */
    public static FieldDefinition ofSystem(String name, Label label, FieldType type) {
        return new FieldDefinition(
                name, label, null, type, false, false, false, false, false, null, null, null, null, true, false);
    }
}
