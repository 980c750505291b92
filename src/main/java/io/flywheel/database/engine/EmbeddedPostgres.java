package io.flywheel.database.engine;

import io.flywheel.database.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: started as a child, started again when it dies, stopped with us. If this process is killed,
 * the kernel tells the server to stop; what a crash of both leaves behind is stopped by the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final int POLL_MILLIS = 5;

    private final Cluster cluster;
    private final int port;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread supervisor;
    private volatile @Nullable Process server;

    private EmbeddedPostgres(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
        this.supervisor =
                Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::supervise);
    }

    /**
     * Starts the server whose files are in {@code home} and returns when it answers.
     *
     * @param durable false for tests only: faster, and a crash of the machine loses data
     * @throws StartRefused if it cannot run here
     */
    public static EmbeddedPostgres start(Path home, boolean durable) {
        try {
            Cluster cluster = Cluster.in(home, durable);
            cluster.prepare();
            stopLeftBehind(cluster);
            EmbeddedPostgres postgres = new EmbeddedPostgres(cluster, cluster.port());
            postgres.supervisor.start();
            postgres.awaitReady();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database cannot start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start of the embedded database was interrupted.");
        }
    }

    /** The JDBC address of its database {@code name}. */
    public String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        try {
            return cluster.password();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's process id, while it runs. */
    public long pid() {
        Process running = server;
        return running == null ? -1 : running.pid();
    }

    /** Stops the server cleanly; returns when it has ended. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            Process running = server;
            if (running != null && running.isAlive()) {
                stop(cluster);
            }
            supervisor.join(Duration.ofSeconds(10));
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop as asked: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException {
        try {
            ready.join();
        } catch (CompletionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    /** Runs the server for as long as we live. The server is this thread's child: see {@link RunAs#command}. */
    private void supervise() {
        long pause = POLL_MILLIS;
        while (stopping.getCount() > 0) {
            try {
                boolean wasReady = runOnce();
                pause = wasReady ? POLL_MILLIS : Math.min(2_000, pause * 2);
                if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
                LOG.warn("PostgreSQL ended unasked; starting it again");
            } catch (IOException e) {
                ready.completeExceptionally(e);
                LOG.error("PostgreSQL cannot be started: {}", e.getMessage());
                pause = 2_000;
            } catch (InterruptedException e) {
                return;
            }
            if (ready.isCompletedExceptionally()) {
                return;
            }
        }
    }

    /** @return whether it became ready before it ended */
    private boolean runOnce() throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                cluster.programs().resolve("bin/postgres").toString(),
                "-D",
                cluster.data().toString()));
        command.addAll(ServerSettings.arguments(port, cluster.durable()));
        Process process = cluster.process(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                .start();
        server = process;
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        boolean answers = false;
        while (!answers && !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            answers = answers(process.pid());
            if (System.nanoTime() > limit) {
                throw new IOException("it does not answer; see " + cluster.log());
            }
        }
        if (answers) {
            ready.complete(null);
            process.waitFor();
        } else if (!ready.isDone()) {
            throw new IOException("it ended at once; see " + cluster.log());
        }
        return answers;
    }

    /** The server writes its state into the eighth line of its pid file. */
    private boolean answers(long pid) throws IOException {
        if (Files.notExists(cluster.pidFile())) {
            return false;
        }
        List<String> lines = Files.readAllLines(cluster.pidFile());
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    private static void stopLeftBehind(Cluster cluster) throws IOException, InterruptedException {
        if (Files.notExists(cluster.pidFile())) {
            return;
        }
        long pid =
                Long.parseLong(Files.readAllLines(cluster.pidFile()).getFirst().strip());
        boolean postgres = ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().commandLine())
                .filter(line -> line.contains("postgres")
                        && line.contains(cluster.data().toString()))
                .isPresent();
        if (postgres) {
            LOG.info("Stopping the PostgreSQL that an earlier process left behind ({})", pid);
            stop(cluster);
        }
    }

    private static void stop(Cluster cluster) throws IOException, InterruptedException {
        try {
            cluster.run("pg_ctl", List.of("stop", "-D", cluster.data().toString(), "-m", "fast", "-w", "-t", "60"));
        } catch (IOException e) {
            // It may have ended by itself between the look and the call.
            if (Files.exists(cluster.pidFile())) {
                throw e;
            }
        }
    }
}
