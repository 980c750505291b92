package io.flywheel.database.pool;

import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/** The system tables of the platform and of each workspace, kept by Flyway. Business tables are the planner's. */
final class Migrations {
    private static final String PLATFORM = "flywheel";

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final ConcurrentHashMap<String, ReentrantLock> running = new ConcurrentHashMap<>();
    private volatile int known = -1;

    Migrations(Address address) {
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName("flywheel-migration");
    }

    void platform() {
        configured(PLATFORM, "classpath:db/platform", "migration").load().migrate();
    }

    /** Cheap when there is nothing to do: one small query. */
    void workspace(Workspace workspace) {
        String schema = workspace.schema();
        ReentrantLock lock = running.computeIfAbsent(schema, name -> new ReentrantLock());
        lock.lock();
        try {
            if (known < 0 || applied(schema) != known) {
                configured(schema, "classpath:db/workspace", "sys_migration")
                        .load()
                        .migrate();
                known = applied(schema);
            }
        } finally {
            lock.unlock();
            running.remove(schema, lock);
        }
    }

    private FluentConfiguration configured(String schema, String location, String table) {
        return Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table(table)
                .locations(location)
                .outOfOrder(true)
                .connectRetries(10);
    }

    private int applied(String schema) {
        try (Connection connection = source.getConnection()) {
            if (!exists(connection, schema)) {
                return 0;
            }
            // The schema is ours, made of letters and digits; it is a name here, which cannot be bound.
            try (PreparedStatement statement = connection.prepareStatement("select count(*) from \""
                            + schema.replace("\"", "\"\"")
                            + "\".sys_migration where success and version is not null");
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select 1 from pg_tables where schemaname = ? and tablename = 'sys_migration'")) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
