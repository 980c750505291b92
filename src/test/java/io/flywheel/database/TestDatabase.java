package io.flywheel.database;

import io.flywheel.database.engine.EmbeddedPostgres;
import io.flywheel.database.pool.Address;
import io.flywheel.database.pool.PooledDatabase;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One real PostgreSQL per test process, started with the first call and stopped with the process (by the kernel, if it
 * is killed). Tests share it; each takes a workspace of its own.
 */
@NullMarked
public final class TestDatabase {
    private TestDatabase() {}

    /** The database, its platform tables ready. */
    public static Database database() {
        return Holder.DATABASE;
    }

    /** A workspace that nobody else uses: an own schema with the system tables; not registered with the platform. */
    public static Workspace freshWorkspace() {
        UUID id = Ids.next();
        Workspace workspace =
                new Workspace(id, "ws_" + id.toString().replace("-", ""), "Test", ZoneId.of("Asia/Shanghai"), 1);
        database().migrate(workspace);
        return workspace;
    }

    public static Address address() {
        return new Address(Holder.POSTGRES.url("postgres"), Holder.POSTGRES.user(), Holder.POSTGRES.password());
    }

    /** Lets a {@code @SpringBootTest} use this database: call it from its {@code @DynamicPropertySource} method. */
    public static void settings(DynamicPropertyRegistry registry) {
        String home = Holder.HOME.resolve("app-" + Ids.next()).toString();
        registry.add("flywheel.home", () -> home);
        registry.add("flywheel.database.url", () -> address().url());
        registry.add("flywheel.database.user", () -> address().user());
        registry.add("flywheel.database.password", () -> address().password());
        registry.add("flywheel.demo", () -> "false");
    }

    private static final class Holder {
        static final Path HOME = folder();
        static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(HOME, false);
        static final PooledDatabase DATABASE = new PooledDatabase(address(), 16);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Holder::stop));
        }

        private static Path folder() {
            try {
                Path folder = Files.createTempDirectory("flywheel-test-");
                Files.setPosixFilePermissions(
                        folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop() {
            DATABASE.close();
            POSTGRES.close();
            try {
                Files.walkFileTree(HOME, new Deleting());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
