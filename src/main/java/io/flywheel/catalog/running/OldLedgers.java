package io.flywheel.catalog.running;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.planning.Names;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Ledgers that no definition asks for any more: their tables go once nobody can be writing or reading them. */
final class OldLedgers {
    private static final String STANDING = """
            select c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind = 'r' and c.relname like 'sys\\_sum\\_%'""";

    private final Database database;
    private final PublishedCatalogs catalogs;
    private final Duration grace;

    OldLedgers(Database database, PublishedCatalogs catalogs, Duration grace) {
        this.database = database;
        this.catalogs = catalogs;
        this.grace = grace;
    }

    /** Leaves them to the next time if something is published meanwhile. */
    void drop(Workspace workspace) {
        Catalog catalog = catalogs.of(workspace);
        Set<String> wanted = catalog.objects().keySet().stream()
                .flatMap(object -> catalog.ledgers(object).stream())
                .map(Ledger::table)
                .collect(Collectors.toSet());
        List<String> old = database.in(
                workspace,
                connection -> Sql.of(STANDING, workspace.schema()).list(connection, row -> row.getString(1)).stream()
                        .filter(table -> !wanted.contains(table))
                        .toList());
        if (!old.isEmpty()) {
            LockSupport.parkNanos(grace.multipliedBy(2).toNanos());
            database.transaction(workspace, connection -> drop(connection, workspace, catalog.version(), old));
        }
    }

    private static boolean drop(Connection connection, Workspace workspace, long version, List<String> tables)
            throws SQLException {
        boolean same = Sql.of(
                        "select version from " + Names.qualified(workspace.schema(), "sys_catalogue") + " for update")
                .first(connection, row -> row.getLong(1) == version)
                .orElse(false);
        if (same) {
            Sql.of("set local lock_timeout = '2s'").run(connection);
            for (String table : tables) {
                Sql.of("drop table if exists " + Names.qualified(workspace.schema(), table))
                        .run(connection);
            }
        }
        return same;
    }
}
