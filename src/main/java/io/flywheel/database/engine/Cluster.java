package io.flywheel.database.engine;

import io.flywheel.database.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The files of one embedded server.
 *
 * <pre>
 * home/postgres.password          ours, 0600
 * home/postgres/programs-18.6.0   PostgreSQL's programs
 * home/postgres/cluster           the data, the database user's alone
 * home/postgres/port              the port of last time
 * home/postgres/log               what the server says
 * </pre>
 */
record Cluster(Path home, Path folder, Path programs, RunAs runAs, boolean durable) {
    static final String USER = "flywheel";

    static Cluster in(Path home, boolean durable) throws IOException, InterruptedException {
        Files.createDirectories(home);
        RunAs runAs = RunAs.chosen();
        Path folder = Folders.postgres(home, runAs);
        return new Cluster(home, folder, Binaries.in(folder), runAs, durable);
    }

    Path data() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("log");
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    /** Makes the data directory if there is none; refuses one of another major version. */
    void prepare() throws IOException, InterruptedException {
        Path version = data().resolve("PG_VERSION");
        if (Files.notExists(version)) {
            initialise();
        }
        String major = Files.readString(version).strip();
        if (!Binaries.VERSION.startsWith(major + ".")) {
            throw new StartRefused("The data in " + data() + " is of PostgreSQL " + major
                    + ", and this Flywheel brings " + Binaries.VERSION
                    + ": start the former Flywheel, export, and import here.");
        }
    }

    private void initialise() throws IOException, InterruptedException {
        Path fresh = folder.resolve("cluster-new");
        Folders.delete(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        runAs.own(fresh);
        Path password = secret(folder.resolve("password-new"));
        runAs.own(Files.writeString(password, newPassword()));
        List<String> arguments = new ArrayList<>(List.of("-D", fresh.toString(), "-U", USER, "--pwfile=" + password));
        arguments.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
        arguments.addAll(List.of("--locale-provider=icu", "--icu-locale=und"));
        arguments.addAll(durable ? List.of() : List.of("--no-sync"));
        run("initdb", arguments);
        Files.writeString(secret(passwordFile()), Files.readString(password));
        Files.delete(password);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Runs one of PostgreSQL's programs to its end. */
    void run(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Process process = process(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(program + " failed: " + said.strip());
        }
    }

    ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(runAs.command(command)).directory(folder.toFile());
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    private Path passwordFile() {
        return home.resolve("postgres.password");
    }

    /** The port of last time if it is free, else a free one, which is remembered. */
    int port() throws IOException {
        Path remembered = folder.resolve("port");
        if (Files.exists(remembered)) {
            int port = Integer.parseInt(Files.readString(remembered).strip());
            if (free(port)) {
                return port;
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(remembered, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path secret(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
