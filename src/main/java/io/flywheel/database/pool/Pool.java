package io.flywheel.database.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few connections to one address. */
final class Pool implements AutoCloseable {
    private final HikariDataSource connections;
    private final Semaphore free;

    /** @param lifetime after which a connection is replaced, which frees what its server process remembers */
    Pool(String name, Address address, int size, Duration lifetime) {
        this.connections = new HikariDataSource(config(name, address, size, lifetime));
        this.free = new Semaphore(size);
    }

    HikariDataSource source() {
        return connections;
    }

    boolean tryTake() {
        return free.tryAcquire();
    }

    boolean tryTake(Duration limit) throws InterruptedException {
        return free.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    void giveBack() {
        free.release();
    }

    Connection connection() throws SQLException {
        return connections.getConnection();
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
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty(
                "options", "-c statement_timeout=30s -c idle_in_transaction_session_timeout=10s -c jit=off");
        return properties;
    }
}
