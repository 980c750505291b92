package io.flywheel.database.pool;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.database.Work;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link Database} over small pools of one address. */
public final class PooledDatabase implements Database, AutoCloseable {
    private enum Lent {
        NONE,
        WORKSPACE,
        PLATFORM
    }

    private final ThreadLocal<Lent> lent = ThreadLocal.withInitial(() -> Lent.NONE);
    private final Pools pools;
    private final Migrations migrations;
    private final Listening listening;

    /**
     * Brings the platform's tables up to date, then is ready.
     *
     * @param connections in total
     */
    public PooledDatabase(Address address, int connections) {
        this.pools = new Pools(address, connections);
        this.migrations = new Migrations(address);
        this.listening = new Listening(address);
        migrations.platform();
    }

    /** The platform's connections, for libraries that want a data source (jobs, health). */
    public DataSource platformSource() {
        return pools.platform().source();
    }

    @Override
    public <T extends @Nullable Object> T platform(Work<T> work) {
        return lend(Lent.PLATFORM, pools::takePlatform, Pool::connection, work);
    }

    @Override
    public <T extends @Nullable Object> T platformTransaction(Work<T> work) {
        return platform(connection -> allOrNothing(connection, work));
    }

    @Override
    public <T extends @Nullable Object> T in(Workspace workspace, Work<T> work) {
        return lend(Lent.WORKSPACE, () -> pools.take(workspace.id()), pool -> pool.connection(workspace.id()), work);
    }

    @Override
    public <T extends @Nullable Object> T transaction(Workspace workspace, Work<T> work) {
        return in(workspace, connection -> allOrNothing(connection, work));
    }

    @Override
    public void migrate(Workspace workspace) {
        migrations.workspace(workspace);
    }

    @Override
    public void listen(String channel, Consumer<String> heard) {
        listening.add(channel, heard);
    }

    @Override
    public void tell(String channel, String payload) {
        listening.pass(channel, payload);
        platform(
                connection -> Sql.of("select pg_notify(?, ?)", channel, payload).list(connection, row -> payload));
    }

    @Override
    public void close() {
        listening.close();
        pools.close();
    }

    private interface Opening {
        Connection of(Pool pool) throws SQLException;
    }

    private <T extends @Nullable Object> T lend(Lent kind, Supplier<Pools.Loan> take, Opening opening, Work<T> work) {
        Lent before = lent.get();
        if (before.compareTo(kind) >= 0) {
            throw new IllegalStateException("This thread has a connection already: pass it on.");
        }
        Pools.Loan loan = take.get();
        lent.set(kind);
        try (loan;
                Connection connection = opening.of(loan.pool())) {
            return work.with(connection);
        } catch (SQLException e) {
            throw Failures.of(e);
        } finally {
            lent.set(before);
        }
    }

    private static <T extends @Nullable Object> T allOrNothing(Connection connection, Work<T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        T answer;
        boolean done = false;
        try {
            answer = work.with(connection);
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                undo(connection);
            }
        }
        connection.setAutoCommit(true);
        return answer;
    }

    /** Failing here must not hide why it was needed; the server rolls back a lost connection by itself. */
    private static void undo(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException ignored) {
            return;
        }
    }
}
