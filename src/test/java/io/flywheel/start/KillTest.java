package io.flywheel.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.database.Sql;
import io.flywheel.database.StartRefused;
import io.flywheel.database.engine.EmbeddedPostgres;
import io.flywheel.database.engine.HomeLock;
import io.flywheel.database.pool.Address;
import io.flywheel.database.pool.PooledDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after any crash, and no database process is left behind. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillTest {
    private static final int SOME = 200;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** One for all: each test goes on from what the one before left. */
    @TempDir
    static Path home;

    private Process victim;
    private BufferedReader said;
    private long server;
    private long acknowledged;

    @BeforeEach
    void start() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        victim = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = victim.inputReader();
        for (String line = said.readLine(); line != null && server == 0; line = server == 0 ? said.readLine() : line) {
            server = line.startsWith("pid ") ? Long.parseLong(line.substring(4)) : 0;
        }
    }

    @AfterEach
    void stop() throws Exception {
        kill(victim);
        awaitEnd(server);
    }

    @Test
    void losesNothingWhenJavaIsKilledAndLeavesNoDatabaseBehind() throws Exception {
        readSome(SOME);
        kill(victim);
        readRest();
        awaitEnd(server);
        assertThat(kept()).isGreaterThanOrEqualTo(acknowledged).isLessThanOrEqualTo(acknowledged + 1);
    }

    @Test
    void startsTheDatabaseAgainWhenItIsKilled() throws Exception {
        readSome(SOME);
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        awaitEnd(server);
        readUntilBusyAndOn();
        kill(victim);
        readRest();
        assertThat(kept()).isGreaterThanOrEqualTo(acknowledged).isLessThanOrEqualTo(acknowledged + 1);
    }

    @Test
    void stopsTheDatabaseWhenAskedToStop() throws Exception {
        readSome(SOME);
        assertThatThrownBy(() -> HomeLock.take(home))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("already runs");
        victim.toHandle().destroy();
        readRest();
        assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(home.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    private void readSome(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            note(said.readLine());
        }
    }

    private void readUntilBusyAndOn() throws IOException {
        String line = said.readLine();
        while (!"busy".equals(line)) {
            note(line);
            line = said.readLine();
        }
        readSome(SOME);
    }

    private void readRest() throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            note(line);
        }
    }

    private void note(String line) {
        assertThat(line).isNotNull();
        if (NUMBER.matcher(line).matches()) {
            acknowledged = Long.parseLong(line);
        }
    }

    private long kept() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, true);
                PooledDatabase database = new PooledDatabase(
                        new Address(postgres.url("postgres"), postgres.user(), postgres.password()), 6)) {
            long[] found = database.platform(c -> Sql.of("select count(*), max(n) from flywheel.proof")
                    .first(c, row -> new long[] {row.getLong(1), row.getLong(2)})
                    .orElseThrow());
            assertThat(found[0]).isEqualTo(found[1]);
            return found[0];
        }
    }

    /** By its handle: the streams stay readable to their end. */
    private static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    private static void awaitEnd(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }
}
