package io.flywheel.record.log;

import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
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
    private final ObjectDefinition object;
    private final Ledger ledger;

    LedgerFold(Workspace workspace, ObjectDefinition object, Ledger ledger) {
        this.workspace = workspace;
        this.object = object;
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
        int deltas = Sql.of("select count(*) from (select 1 from " + table() + " where not " + Ledger.FOLDED + " limit "
                        + least + ") d")
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
        String keys = keys(name -> name);
        String columns = keys + ", " + sums(name -> name);
        String owner = object.roles().get("owner");
        String near = owner == null
                ? ""
                : "(t." + quoted(owner) + " = any(array(select d." + quoted(owner) + " from d)) or t." + quoted(owner)
                        + " is null) and ";
        return "with d as (delete from " + table() + " where ctid = any(array(select ctid from " + table()
                + " where not "
                + Ledger.FOLDED + " limit " + MOST + ")) returning " + columns + "), f as (delete from " + table()
                + " t where t." + Ledger.FOLDED + " and " + near + "row(" + keys(name -> "t." + name)
                + ")::text in (select row(" + keys(name -> "d." + name) + ")::text from d) returning "
                + keys(name -> "t." + name) + ", " + sums(name -> "t." + name) + ") insert into " + table() + " ("
                + columns + ", " + Ledger.FOLDED + ") select " + keys + ", " + sums(name -> "sum(" + name + ")")
                + ", true from (select * from d union all select * from f) a group by " + keys + " having "
                + sumNames().map(name -> "sum(" + quoted(name) + ") <> 0").collect(Collectors.joining(" or "));
    }

    private String keys(UnaryOperator<String> each) {
        return ledger.keys().stream().map(name -> each.apply(quoted(name))).collect(Collectors.joining(", "));
    }

    private String sums(UnaryOperator<String> each) {
        return sumNames().map(name -> each.apply(quoted(name))).collect(Collectors.joining(", "));
    }

    private Stream<String> sumNames() {
        return Stream.concat(ledger.sums().stream().map(ledger::column), Stream.of(Ledger.ROWS));
    }

    private String table() {
        return quoted(workspace.schema()) + "." + quoted(ledger.table());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
