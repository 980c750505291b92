package io.flywheel.catalog;

/** Where a field's values are. */
public enum Storage {
    /** in a column of the object's table */
    COLUMN,
    /** in a column that writes keep, but that older records do not have yet: written as COLUMN, read as ON_READ */
    FILLING,
    /** nowhere: each reading computes them */
    ON_READ
}
