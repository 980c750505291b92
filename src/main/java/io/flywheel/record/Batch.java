package io.flywheel.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kind of change to some records of one object, written by a constant number of statements.
 *
 * @param fields the fields that every row gives, in the order of its values
 * @param skipFaulty write the good rows and report the others; otherwise all or nothing
 * @param cause the import or other job that does it, kept in the change log, or null
 * @param places by the rows' numbers, see {@link #place}; without an entry a row of several goes by its number
 */
public record Batch(
        String object,
        Operation operation,
        List<String> fields,
        List<Row> rows,
        boolean skipFaulty,
        @Nullable UUID cause,
        List<String> places) {

    public Batch(
            String object,
            Operation operation,
            List<String> fields,
            List<Row> rows,
            boolean skipFaulty,
            @Nullable UUID cause) {
        this(object, operation, fields, rows, skipFaulty, cause, List.of());
    }

    /** Where a row stands in what was sent, such as {@code [3]} or {@code lines[0]}; empty if it is all there is. */
    public String place(int number) {
        if (number < places.size()) {
            return places.get(number);
        }
        return rows.size() == 1 ? "" : "[" + number + "]";
    }

    public enum Operation {
        CREATE,
        CHANGE,
        DELETE,
        RESTORE
    }

    /**
     * @param number the row's own number, repeated in its faults (a line of a file, an index of an array)
     * @param id of the record; null in a CREATE lets the writer make one
     * @param version the version the writer saw; null = whatever it is
     * @param values typed as {@link io.flywheel.catalog.FieldType} says, null = empty
     */
    public record Row(
            int number,
            @Nullable UUID id,
            @Nullable Integer version,
            @Nullable Object[] values) {}
}
