package io.flywheel.database.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.flywheel.kernel.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * A few connections to one address. The server process behind a connection never forgets the tables it touched (some two
 * megabytes for a workspace of forty). One that has worked for many workspaces is replaced, which bounds what all of them
 * hold; each after another number of uses, the first soonest, so that they are not all full at the same time.
 */
final class Pool implements AutoCloseable {
    /** A workspace used so often has been seen whole: more uses add nothing to what is remembered. */
    private static final int WHOLE = 40;

    private static final int FEWEST_USES = 80;
    private static final int MOST_USES = 280;

    private final HikariDataSource connections;
    private final Semaphore free;
    private final Map<PGConnection, Wear> wear = Collections.synchronizedMap(new WeakHashMap<>());

    /** How much a connection may remember. Only its borrower looks at it. */
    private static final class Wear {
        private final Map<UUID, Integer> uses = new HashMap<>();
        private final int limit;
        private int counted;

        private Wear(boolean first) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            this.limit = first ? random.nextInt(FEWEST_USES) : random.nextInt(FEWEST_USES, MOST_USES);
        }

        private boolean isWorn() {
            return counted >= limit;
        }

        private void works(UUID workspace) {
            if (uses.merge(workspace, 1, Integer::sum) <= WHOLE) {
                counted++;
            }
        }
    }

    /** @param lifetime after which a connection is replaced, which frees what its server process remembers */
    Pool(String name, Address address, int size, Duration lifetime) {
        this.connections = new HikariDataSource(config(name, address, size, lifetime));
        this.free = new Semaphore(size);
    }

    HikariDataSource source() {
        return connections;
    }

    /** @throws Problem.Busy if no connection is free in time */
    void take(Duration limit) {
        try {
            if (free.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem.Busy("database.busy", Duration.ofSeconds(2), true);
    }

    void giveBack() {
        free.release();
    }

    Connection connection() throws SQLException {
        return connections.getConnection();
    }

    /** A connection for a workspace's work. */
    Connection connection(UUID workspace) throws SQLException {
        Connection connection = connections.getConnection();
        if (wear(connection).isWorn()) {
            connections.evictConnection(connection);
            connection = connections.getConnection();
        }
        wear(connection).works(workspace);
        return connection;
    }

    private Wear wear(Connection connection) throws SQLException {
        return wear.computeIfAbsent(connection.unwrap(PGConnection.class), fresh -> new Wear(wear.isEmpty()));
    }

    @Override
    public void close() {
        connections.close();
    }

    private static HikariConfig config(String name, Address address, int size, Duration lifetime) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setMaxLifetime(lifetime.toMillis());
        config.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("set time zone 'UTC'");
        config.setDataSourceProperties(properties());
        return config;
    }

    /**
     * Numbers travel as text (the driver's binary form of numeric is no faster and loses its scale); everything else
     * in binary, from the third run of a statement on.
     */
    static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "flywheel");
        properties.setProperty("prepareThreshold", "3");
        properties.setProperty("binaryTransferDisable", "numeric");
        properties.setProperty("binaryTransferEnable", "UUID_ARRAY");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty(
                "options", "-c statement_timeout=30s -c idle_in_transaction_session_timeout=10s -c jit=off");
        return properties;
    }
}
