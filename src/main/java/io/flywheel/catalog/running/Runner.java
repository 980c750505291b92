package io.flywheel.catalog.running;

import io.flywheel.catalog.planning.Change;
import io.flywheel.catalog.planning.Index;
import io.flywheel.catalog.planning.Names;
import io.flywheel.database.Database;
import io.flywheel.database.DatabaseFault;
import io.flywheel.database.Sql;
import io.flywheel.database.Work;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Carries out the changes of a plan. Waits for a lock at most 50 ms at a time, so that nobody queues behind it. */
public final class Runner {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** lock not available, deadlock */
    private static final Set<String> AGAIN = Set.of("55P03", "40P01");

    private final Database database;

    public Runner(Database database) {
        this.database = database;
    }

    /**
     * The changes of tables and {@code with} in one transaction, tried again while a lock is not to be had.
     *
     * @throws Problem.Busy after ten seconds of trying
     */
    public <T> T run(Workspace workspace, List<Change> changes, Work<T> with) {
        Ddl ddl = new Ddl(workspace.schema());
        String statements = String.join(
                ";\n",
                changes.stream()
                        .flatMap(change -> ddl.statements(change).stream())
                        .toList());
        return patiently(() -> database.transaction(workspace, connection -> {
            execute(connection, "set local lock_timeout = '50ms'; set local statement_timeout = '60s'");
            T result = with.with(connection);
            if (!statements.isEmpty()) {
                execute(connection, statements);
            }
            return result;
        }));
    }

    /** Builds an index beside the work on its table. Takes as long as it takes; leaves it to a node that is at it. */
    public void build(Workspace workspace, Index index) {
        database.in(workspace, connection -> {
            String key = workspace.schema() + index.name();
            boolean mine = Sql.of("select pg_try_advisory_lock(hashtextextended(?, 0))", key)
                    .first(connection, row -> row.getBoolean(1))
                    .orElse(false);
            if (mine) {
                try {
                    buildAlone(connection, workspace.schema(), index);
                } finally {
                    Sql.of("select pg_advisory_unlock(hashtextextended(?, 0))", key)
                            .first(connection, row -> row.getBoolean(1));
                }
            }
            return mine;
        });
    }

    private static void buildAlone(Connection connection, String schema, Index index) throws SQLException {
        boolean stands = Sql.of(
                        "select indisvalid from pg_catalog.pg_index where indexrelid = to_regclass(?)",
                        Names.qualified(schema, index.name()))
                .first(connection, row -> row.getBoolean(1))
                .orElse(false);
        if (stands) {
            return;
        }
        execute(connection, "set statement_timeout = 0");
        try {
            execute(connection, "drop index concurrently if exists " + Names.qualified(schema, index.name()));
            execute(connection, index.sql(schema, true));
        } finally {
            execute(connection, "reset statement_timeout");
        }
    }

    private static <T> T patiently(java.util.function.Supplier<T> attempt) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return attempt.get();
            } catch (DatabaseFault fault) {
                if (!AGAIN.contains(fault.state())) {
                    throw fault;
                }
                if (System.nanoTime() > end) {
                    throw new Problem.Busy("catalog.table-in-use", PATIENCE, true);
                }
                LockSupport.parkNanos(
                        Duration.ofMillis(ThreadLocalRandom.current().nextInt(10, 120))
                                .toNanos());
            }
        }
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
