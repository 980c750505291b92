package io.flywheel.database.wiring;

import io.flywheel.database.StartRefused;
import io.flywheel.database.engine.EmbeddedPostgres;
import io.flywheel.database.engine.HomeLock;
import io.flywheel.database.pool.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The server we use: one of our own, or one that is given. */
record Server(HomeLock lock, @Nullable EmbeddedPostgres embedded, Address address) implements AutoCloseable {
    private static final int OLDEST = 15;
    private static final String NAME = "flywheel";

    /** @throws StartRefused if the home is taken, or the given server cannot be reached or is too old */
    static Server open(DatabaseSettings settings) {
        Path home = settings.home().toAbsolutePath().normalize();
        try {
            HomeLock lock = HomeLock.take(home);
            return settings.database().url().isBlank() ? own(lock, home) : given(lock, settings.database());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + home + ": " + e.getMessage(), e);
        }
    }

    private static Server own(HomeLock lock, Path home) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home, true);
        try (Connection connection =
                        DriverManager.getConnection(postgres.url("postgres"), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + NAME + "'")
                    .next()) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException e) {
            postgres.close();
            throw new StartRefused("The embedded database does not let us in: " + e.getMessage());
        }
        return new Server(lock, postgres, new Address(postgres.url(NAME), postgres.user(), postgres.password()));
    }

    private static Server given(HomeLock lock, DatabaseSettings.External external) {
        Address address = new Address(external.url(), external.user(), external.password());
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST) {
                throw new StartRefused("FLYWHEEL_DATABASE_URL leads to PostgreSQL "
                        + connection.getMetaData().getDatabaseProductVersion() + ": PostgreSQL " + OLDEST
                        + " or later is needed.");
            }
        } catch (SQLException e) {
            throw new StartRefused("The database at FLYWHEEL_DATABASE_URL cannot be used: " + e.getMessage());
        }
        return new Server(lock, null, address);
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
        lock.close();
    }
}
