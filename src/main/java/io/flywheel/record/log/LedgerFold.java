package io.flywheel.record.log;

import io.flywheel.catalog.Ledger;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces deltas of a ledger, and the folded rows of the same groups, by their sums: in one statement, so that every
 * snapshot sees either. Writers only append, so nobody waits for it; of two folds at once one does nothing.
 */
final class LedgerFold {
    /** Fewer deltas are read as fast as they would be folded. */
    static final int WORTH_IT = 500;

    private static final int MOST = 10_000;

    private final Workspace workspace;
    private final Ledger ledger;

    LedgerFold(Workspace workspace, Ledger ledger) {
        this.workspace = workspace;
        this.ledger = ledger;
    }

    /** Folds until few deltas are left, and frees the room of what is gone. */
    void fold(Database database) {
        boolean folded = false;
        while (database.transaction(workspace, connection -> foldSome(connection, WORTH_IT))) {
            folded = true;
        }
        if (folded) {
            database.in(
                    workspace,
                    connection -> Sql.of("vacuum (truncate false) " + table()).run(connection));
        }
    }

    /** One round; false if there were fewer than {@code least} deltas, or another fold is at it. */
    boolean foldSome(Connection connection, int least) throws SQLException {
        boolean mine = Sql.of(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        workspace.schema() + "." + ledger.table())
                .first(connection, row -> row.getBoolean(1))
                .orElse(false);
        if (!mine) {
            return false;
        }
        int deltas = Sql.of("select count(*) from (select 1 from " + table() + " where " + Ledger.LEVEL + " = "
                        + Ledger.DELTA + " limit " + least + ") d")
                .first(connection, row -> row.getInt(1))
                .orElse(0);
        if (deltas == 0 || deltas < least) {
            return false;
        }
        Sql.of(statement()).run(connection);
        return true;
    }

    /**
     * A group's folded row is found by the text of its keys; the owner, if there is one, narrows the search. Two rows
     * of one group that are written differently only stay two rows.
     */
    private String statement() {
        String owner = ledger.owner();
        String near = owner == null
                ? ""
                : " and (t." + quoted(owner) + " = any(array(select d." + quoted(owner) + " from d)) or t."
                        + quoted(owner) + " is null)";
        List<String> all = ledger.keys();
        List<String> whole = ledger.keysBesideOwner();
        return "with d as (delete from " + table() + " where ctid = any(array(select ctid from " + table() + " where "
                + Ledger.LEVEL + " = " + Ledger.DELTA + " limit " + MOST + ")) returning " + columns(all)
                + "), f as (" + standing(Ledger.FOLDED, all, near) + "), w as (" + standing(Ledger.WHOLE, whole, "")
                + "), folded as (" + folding("f", Ledger.FOLDED, all) + ") " + folding("w", Ledger.WHOLE, whole);
    }

    /** Takes away the rows of a level whose groups have deltas. */
    private String standing(int level, List<String> keys, String near) {
        return "delete from " + table() + " t where t." + Ledger.LEVEL + " = " + level + near + " and "
                + text("t", keys) + " in (select " + text("d", keys) + " from d) returning " + columns(keys);
    }

    /** Brings the sums of the deltas and of what stood. */
    private String folding(String standing, int level, List<String> keys) {
        List<String> values =
                new ArrayList<>(keys.stream().map(LedgerFold::quoted).toList());
        ledger.added().forEach(name -> values.add("sum(" + quoted(name) + ")"));
        String some = ledger.added().stream()
                .map(name -> "sum(" + quoted(name) + ") <> 0")
                .collect(Collectors.joining(" or "));
        String groups =
                keys.isEmpty() ? "()" : keys.stream().map(LedgerFold::quoted).collect(Collectors.joining(", "));
        return "insert into " + table() + " (" + columns(keys) + ", " + Ledger.LEVEL + ") select "
                + String.join(", ", values) + ", " + level + " from (select " + columns(keys)
                + " from d union all select * from " + standing + ") a group by " + groups + " having " + some;
    }

    private String columns(List<String> keys) {
        return Stream.concat(keys.stream(), ledger.added().stream())
                .map(LedgerFold::quoted)
                .collect(Collectors.joining(", "));
    }

    private static String text(String alias, List<String> keys) {
        return "row(" + keys.stream().map(key -> alias + "." + quoted(key)).collect(Collectors.joining(", "))
                + ")::text";
    }

    private String table() {
        return quoted(workspace.schema()) + "." + quoted(ledger.table());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
