package io.flywheel.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table that keeps a summary of an object's live records: every write adds, in its own transaction, what it takes
 * away and what it brings. The sum of all rows of a group is the group's sum, at every moment.
 *
 * @param table named by all that decides what it holds, so that another summary has another table
 * @param keys the fields that are summed by: those of the summary, and the owner, by whom a reader's scope decides
 * @param owner the key by which a reader's scope decides; null if the object has none
 * @param sums the fields that are summed, a missing value as nought
 */
public record Ledger(
        String object,
        String table,
        List<String> keys,
        @Nullable String owner,
        List<String> sums) {
    /** Begins the name of every ledger's table; no field and no object can be called so. */
    public static final String PREFIX = "sys_sum_";
    /** The column with the number of records that a row brings, negative if it takes them away. */
    public static final String ROWS = "sys_rows";
    /**
     * The column that tells rows apart: {@link #DELTA} as written, {@link #FOLDED} together by all keys, and {@link
     * #WHOLE}: what was folded once more, over all owners. Each delta is in one folded and in one whole row, or in none.
     */
    public static final String LEVEL = "sys_level";

    public static final int DELTA = 0;
    public static final int FOLDED = 1;
    public static final int WHOLE = 2;

    /** The keys of its whole rows. */
    public List<String> keysBesideOwner() {
        return keys.stream().filter(key -> !key.equals(owner)).toList();
    }

    /** The columns that are added up: the sums and the number of records. */
    public List<String> added() {
        return Stream.concat(sums.stream().map(this::column), Stream.of(ROWS)).toList();
    }

    /** The column that holds the sum of a field. */
    public String column(String sum) {
        return PREFIX + sums.indexOf(sum);
    }

    /** The ledger as it is named among what is still being filled in. */
    public Catalog.FieldName name() {
        return new Catalog.FieldName(object, table);
    }
}
