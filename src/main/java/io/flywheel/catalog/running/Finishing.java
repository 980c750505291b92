package io.flywheel.catalog.running;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalog.FieldName;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.Refilling;
import io.flywheel.catalog.compiling.Dependencies;
import io.flywheel.catalog.planning.Index;
import io.flywheel.catalog.planning.TableShape;
import io.flywheel.catalog.planning.Tables;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left to do after a publication: indexes over large tables, and the values of older records. It begins anew
 * from what stands whenever a node starts to use a workspace, so that a crash only delays it; two nodes share the work
 * batch by batch.
 */
public final class Finishing implements Refilling {
    private static final Logger LOG = LoggerFactory.getLogger(Finishing.class);

    private final Database database;
    private final PublishedCatalogs catalogs;
    private final Runner runner;
    private final Duration grace;
    private final LedgerTables ledgers;
    private final ConcurrentHashMap<String, Semaphore> running = new ConcurrentHashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /** @param grace how long after a publication every node surely writes by it; values are filled in only then */
    public Finishing(Database database, PublishedCatalogs catalogs, Duration grace) {
        this.database = database;
        this.catalogs = catalogs;
        this.runner = new Runner(database);
        this.grace = grace;
        this.ledgers = new LedgerTables(database, catalogs, grace);
    }

    /** As {@link #begin}, once in this process for a workspace that has nothing to fill in. */
    public void loaded(Workspace workspace, boolean filling) {
        if (begun.add(workspace.schema()) || filling) {
            begin(workspace);
        }
    }

    /** Does what is left in a thread of its own. */
    public void begin(Workspace workspace) {
        begun.add(workspace.schema());
        Thread.ofVirtual().name("finishing-" + workspace.schema()).start(() -> {
            try {
                finish(workspace);
            } catch (RuntimeException e) {
                LOG.warn("{}: will go on with unfinished indexes and values later", workspace.schema(), e);
            }
        });
    }

    @Override
    public void refill(Workspace workspace) {
        Catalog catalog = catalogs.of(workspace);
        List<Ledger> all = catalog.objects().keySet().stream()
                .flatMap(object -> catalog.ledgers(object).stream())
                .toList();
        database.transaction(workspace, connection -> LedgerFilling.ask(connection, workspace, all));
        catalogs.changed(workspace);
        begin(workspace);
    }

    /** Does what is left, one run at a time for a workspace; returns when nothing is left. */
    public void finish(Workspace workspace) {
        Semaphore alone = running.computeIfAbsent(workspace.schema(), schema -> new Semaphore(1));
        alone.acquireUninterruptibly();
        try {
            ledgers.create(workspace);
            missing(workspace).forEach(index -> runner.build(workspace, index));
            for (Optional<FieldName> next = next(workspace); next.isPresent(); next = next(workspace)) {
                fill(workspace, next.get());
            }
            ledgers.drop(workspace);
        } finally {
            alone.release();
        }
    }

    private List<Index> missing(Workspace workspace) {
        Catalog catalog = catalogs.of(workspace);
        Tables tables = database.in(
                workspace,
                connection -> new TableRows(workspace.schema(), connection)
                        .of(catalog.objects().keySet()));
        return catalog.objects().values().stream()
                .flatMap(object -> new TableShape(catalog, object).indexes().stream())
                .filter(index -> tables.table(index.table())
                        .map(table -> !table.indexes().getOrDefault(index.name(), false))
                        .orElse(false))
                .toList();
    }

    /** A field whose own sources are filled in already. */
    private Optional<FieldName> next(Workspace workspace) {
        Catalog catalog = catalogs.of(workspace);
        Dependencies dependencies = new Dependencies(catalog);
        return catalog.filling().stream()
                .filter(field -> dependencies.of(field).stream()
                        .noneMatch(read -> catalog.filling().contains(read)))
                .findFirst();
    }

    private void fill(Workspace workspace, FieldName field) {
        Catalog catalog = catalogs.of(workspace);
        Optional<Ledger> ledger = catalog.ledgers(field.object()).stream()
                .filter(one -> one.name().equals(field))
                .findFirst();
        boolean more = true;
        while (more && catalogs.of(workspace).version() == catalog.version()) {
            more = ledger.isPresent()
                    ? new LedgerFilling(database, workspace, ledger.get(), grace).again()
                    : database.transaction(workspace, connection -> batch(workspace, catalog, field, connection));
        }
        if (!more) {
            catalogs.changed(workspace);
        }
    }

    /** False when the field is done, or no longer asked for. */
    private boolean batch(Workspace workspace, Catalog catalog, FieldName field, Connection connection)
            throws SQLException {
        String schema = "\"" + workspace.schema() + "\"";
        record State(@Nullable UUID after, long age) {}
        Optional<State> state = Sql.of(
                        "select after, (extract(epoch from clock_timestamp() - begin_at) * 1000)::bigint from " + schema
                                + ".sys_filling where object = ? and field = ? for update",
                        field.object(),
                        field.field())
                .first(connection, row -> new State(row.getObject(1, UUID.class), row.getLong(2)));
        if (state.isEmpty()) {
            return false;
        }
        if (state.get().age() < grace.toMillis()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            return true;
        }
        UUID last = new Filling(workspace, catalog, field, connection)
                .next(state.get().after());
        if (last == null) {
            Sql.of(
                            "delete from " + schema + ".sys_filling where object = ? and field = ?",
                            field.object(),
                            field.field())
                    .run(connection);
            Sql.of("update " + schema + ".sys_catalogue set version = version + 1")
                    .run(connection);
            return false;
        }
        Sql.of(
                        "update " + schema
                                + ".sys_filling set after = ?, done = done + ? where object = ? and field = ?",
                        last,
                        Filling.BATCH,
                        field.object(),
                        field.field())
                .run(connection);
        return true;
    }
}
