package io.flywheel.catalog.running;

import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.planning.Names;
import io.flywheel.database.Database;
import io.flywheel.database.DatabaseFault;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Gives a ledger the records that were there before it, while others write. In one snapshot the deltas so far give way
 * to the sums of all records: a write within the snapshot is among the records, a later one still brings its deltas.
 * That is exact once every write that does not bring deltas has ended.
 */
final class LedgerFilling {
    /** Something changed under the snapshot: the ledger was folded, or another publication came between. */
    private static final String OVERTAKEN = "40001";

    private static final Duration WAIT = Duration.ofMillis(50);
    /** Whether the grace is over, and all that began within it. */
    private static final String SETTLED = """
            select e.ends < clock_timestamp() and not exists (select 1 from pg_catalog.pg_stat_activity a
              where a.datname = current_database() and a.backend_type = 'client backend'
              and a.pid <> pg_backend_pid() and a.xact_start < e.ends)
            from (select begin_at + make_interval(secs => cast(? as float8) / 1000) as ends from %s.sys_filling
              where object = ? and field = ?) e""";

    private final Database database;
    private final Workspace workspace;
    private final Ledger ledger;
    private final Duration grace;
    private final String schema;

    /** @param grace how long after a publication every node surely writes by it */
    LedgerFilling(Database database, Workspace workspace, Ledger ledger, Duration grace) {
        this.database = database;
        this.workspace = workspace;
        this.ledger = ledger;
        this.grace = grace;
        this.schema = Names.quoted(workspace.schema());
    }

    /** Fills the ledger; false when that is done, or no longer asked for, true when it is to be tried again. */
    boolean again() {
        Optional<Boolean> settled = database.in(
                workspace,
                connection -> Sql.of(SETTLED.formatted(schema), grace.toMillis(), ledger.object(), ledger.table())
                        .first(connection, row -> row.getBoolean(1)));
        if (settled.isEmpty()) {
            return false;
        }
        if (!settled.get()) {
            LockSupport.parkNanos(WAIT.toNanos());
            return true;
        }
        try {
            database.transaction(workspace, this::fill);
        } catch (DatabaseFault fault) {
            if (fault.state().equals(OVERTAKEN)) {
                return true;
            }
            throw fault;
        }
        database.in(
                workspace,
                connection -> Sql.of("vacuum (analyze, truncate false) " + table(ledger.table()))
                        .run(connection));
        return false;
    }

    /** Asks for ledgers to be filled; who reads the catalogue from now on counts records instead. */
    static int ask(Connection connection, Workspace workspace, List<Ledger> ledgers) throws SQLException {
        String schema = Names.quoted(workspace.schema());
        for (Ledger ledger : ledgers) {
            Sql.of(
                            "insert into " + schema + ".sys_filling (object, field, total, begin_at) values (?, ?, 0,"
                                    + " clock_timestamp()) on conflict do nothing",
                            ledger.object(),
                            ledger.table())
                    .run(connection);
        }
        return Sql.of("update " + schema + ".sys_catalogue set version = version + 1")
                .run(connection);
    }

    private int fill(Connection connection) throws SQLException {
        for (String statement : List.of(
                "set transaction isolation level repeatable read",
                "set local statement_timeout = '15min'",
                "delete from " + table(ledger.table()),
                sums(ledger.keys(), Ledger.FOLDED),
                sums(ledger.keysBesideOwner(), Ledger.WHOLE),
                "update " + schema + ".sys_catalogue set version = version + 1")) {
            Sql.of(statement).run(connection);
        }
        return Sql.of(
                        "delete from " + schema + ".sys_filling where object = ? and field = ?",
                        ledger.object(),
                        ledger.table())
                .run(connection);
    }

    /** The sums of all records by {@code keys}, as rows of one level. */
    private String sums(List<String> keys, int level) {
        List<String> columns = new ArrayList<>(keys.stream().map(Names::quoted).toList());
        List<String> values = new ArrayList<>(columns);
        for (String sum : ledger.sums()) {
            columns.add(Names.quoted(ledger.column(sum)));
            values.add("coalesce(sum(" + Names.quoted(sum) + "), 0)");
        }
        values.add("count(*)");
        return "insert into " + table(ledger.table()) + " (" + String.join(", ", columns)
                + (columns.isEmpty() ? "" : ", ")
                + Ledger.ROWS + ", " + Ledger.LEVEL + ") select " + String.join(", ", values) + ", " + level + " from "
                + table(ledger.object()) + " where deleted_at is null group by "
                + (keys.isEmpty() ? "()" : keys.stream().map(Names::quoted).collect(Collectors.joining(", ")));
    }

    private String table(String name) {
        return Names.qualified(workspace.schema(), name);
    }
}
