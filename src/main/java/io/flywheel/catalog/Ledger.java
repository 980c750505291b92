package io.flywheel.catalog;

import java.util.List;

/**
 * The table that keeps a summary of an object's live records: every write adds, in its own transaction, what it takes
 * away and what it brings. The sum of all rows of a group is the group's sum, at every moment.
 *
 * @param table named by all that decides what it holds, so that another summary has another table
 * @param keys the fields that are summed by: those of the summary, and the owner, by whom a reader's scope decides
 * @param sums the fields that are summed, a missing value as nought
 */
public record Ledger(String object, String table, List<String> keys, List<String> sums) {
    /** Begins the name of every ledger's table; no field and no object can be called so. */
    public static final String PREFIX = "sys_sum_";
    /** The column with the number of records that a row brings, negative if it takes them away. */
    public static final String ROWS = "sys_rows";
    /** The column that tells what was folded together from what was just written. */
    public static final String FOLDED = "sys_folded";

    /** The column that holds the sum of a field. */
    public String column(String sum) {
        return PREFIX + sums.indexOf(sum);
    }

    /** The ledger as it is named among what is still being filled in. */
    public Catalog.FieldName name() {
        return new Catalog.FieldName(object, table);
    }
}
