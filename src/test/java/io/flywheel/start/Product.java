package io.flywheel.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The whole product in a process of its own, as {@code bin/start} runs it; to be killed. */
record Product(Process process, Path home, int port) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("is ready at http://localhost:(\\d+)");

    /** Starts it and waits until it is ready. */
    static Product start(Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dflywheel.rate-limit=10000000",
                        "-Ddb-scheduler.heartbeat-interval=1s", // a dead node's import is found in seconds
                        "-Ddb-scheduler.polling-interval=1s",
                        "-cp",
                        classes(),
                        "io.flywheel.Flywheel")
                .redirectErrorStream(true);
        builder.environment()
                .putAll(java.util.Map.of(
                        "FLYWHEEL_HOME", home.toString(), "FLYWHEEL_PORT", "0", "FLYWHEEL_DEMO", "false"));
        Process process = builder.start();
        BufferedReader said = process.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> drain(said));
                return new Product(process, home, Integer.parseInt(ready.group(1)));
            }
        }
        throw new AssertionError("It did not start:\n" + all);
    }

    /** Without the tests, which would add beans of their own. */
    private static String classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes") && !path.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What it says is kept beside the test's report; it must never wait to say it. */
    private static void drain(BufferedReader said) {
        try (var log = Files.newBufferedWriter(Path.of("target", "product.log"))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                log.write(line);
                log.newLine();
                log.flush();
            }
        } catch (IOException ended) {
            return; // it was killed
        }
    }

    Visitor visitor(@Nullable String token) {
        Visitor visitor = Visitor.at(port);
        return token == null ? visitor : visitor.bearing(token);
    }

    /**
     * Asks until it is so; a refused connection or an error of the moment is asked again.
     *
     * @param who asks, of the product that runs at that moment
     */
    static Answer await(Supplier<Visitor> who, String path, Predicate<Answer> so) {
        Instant end = Instant.now().plus(PATIENCE);
        String last = "";
        while (Instant.now().isBefore(end)) {
            try {
                Answer answer = who.get().get(path);
                last = answer.raw().body();
                if (so.test(answer)) {
                    return answer;
                }
            } catch (UncheckedIOException notYet) {
                last = notYet.toString();
            }
        }
        throw new AssertionError(path + " in vain: " + last);
    }

    /** The database server's process. */
    long database() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("postgres/cluster/postmaster.pid"))
                .getFirst());
    }

    /** Kills Java; the database must not outlive it. */
    void kill() throws Exception {
        long database = database();
        process.toHandle().destroyForcibly();
        process.waitFor();
        awaitEnd(database);
    }

    /** Kills the database only; it is started again by the product. */
    void killDatabase() throws Exception {
        long database = database();
        ProcessHandle.of(database).orElseThrow().destroyForcibly();
        awaitEnd(database);
    }

    void stop() throws Exception {
        process.toHandle().destroy();
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitEnd(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }
}
