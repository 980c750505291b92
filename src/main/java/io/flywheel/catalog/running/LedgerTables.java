package io.flywheel.catalog.running;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.planning.LedgerShape;
import io.flywheel.catalog.planning.Names;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Brings the ledgers that stand in line with those that are asked for, beside what publications do. */
final class LedgerTables {
    private static final String STANDING = """
            select c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind = 'r' and c.relname like 'sys\\_sum\\_%'""";

    private final Database database;
    private final PublishedCatalogs catalogs;
    private final Duration grace;

    LedgerTables(Database database, PublishedCatalogs catalogs, Duration grace) {
        this.database = database;
        this.catalogs = catalogs;
        this.grace = grace;
    }

    private static List<Ledger> wanted(Catalog catalog) {
        return catalog.objects().keySet().stream()
                .flatMap(object -> catalog.ledgers(object).stream())
                .toList();
    }

    private Set<String> standing(Workspace workspace) {
        return Set.copyOf(database.in(
                workspace,
                connection -> Sql.of(STANDING, workspace.schema()).list(connection, row -> row.getString(1))));
    }

    /** Creates what is missing, to be filled: a newer version of the product may keep the same sums in another form. */
    void create(Workspace workspace) {
        Catalog catalog = catalogs.of(workspace);
        Set<String> standing = standing(workspace);
        List<String> statements = new ArrayList<>();
        List<Ledger> missing = wanted(catalog).stream()
                .filter(ledger -> !standing.contains(ledger.table()))
                .toList();
        for (Ledger ledger : missing) {
            ObjectDefinition object = catalog.object(ledger.object()).orElseThrow();
            statements.addAll(LedgerShape.create(object, ledger).statements(workspace.schema()));
        }
        if (!missing.isEmpty()) {
            database.transaction(workspace, connection -> {
                if (!still(connection, workspace, catalog)) {
                    return false;
                }
                run(connection, statements);
                LedgerFilling.ask(connection, workspace, missing);
                return true;
            });
            catalogs.changed(workspace);
        }
    }

    /**
     * Drops what no definition asks for any more, once nobody can be writing or reading it. Leaves it to the next time
     * if something is published meanwhile.
     */
    void drop(Workspace workspace) {
        Catalog catalog = catalogs.of(workspace);
        Set<String> wanted = wanted(catalog).stream().map(Ledger::table).collect(Collectors.toSet());
        List<String> statements = standing(workspace).stream()
                .filter(table -> !wanted.contains(table))
                .map(table -> "drop table if exists " + Names.qualified(workspace.schema(), table))
                .toList();
        if (!statements.isEmpty()) {
            LockSupport.parkNanos(grace.multipliedBy(2).toNanos());
            database.transaction(
                    workspace,
                    connection -> still(connection, workspace, catalog)
                            && run(connection, List.of("set local lock_timeout = '2s'"))
                            && run(connection, statements));
        }
    }

    /** Whether nothing was published since; nothing will be before the end of the transaction. */
    private static boolean still(Connection connection, Workspace workspace, Catalog catalog) throws SQLException {
        return Sql.of("select version from " + Names.qualified(workspace.schema(), "sys_catalogue") + " for update")
                .first(connection, row -> row.getLong(1) == catalog.version())
                .orElse(false);
    }

    private static boolean run(Connection connection, List<String> statements) throws SQLException {
        for (String statement : statements) {
            Sql.of(statement).run(connection);
        }
        return true;
    }
}
