package io.flywheel.database.engine;

import io.flywheel.database.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a program of the database is run: never as root, in a session of its own (a Ctrl-C in the terminal is ours to
 * handle), and told to stop by the kernel the moment this process dies, however it dies.
 *
 * @param user whom to become, when we are root; null = stay who we are
 */
record RunAs(@Nullable User user) {
    /** One line of the list of users. */
    record User(String name, int id, int group) {}

    private static final List<String> TOOLS = List.of("setsid", "setpriv");

    /** Ourselves, or for root the user {@code postgres}, else {@code nobody}. */
    static RunAs chosen() throws IOException {
        TOOLS.forEach(RunAs::require);
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            return new RunAs(null);
        }
        User user = user("postgres")
                .or(() -> user("nobody"))
                .orElseThrow(() -> new StartRefused(
                        "Root cannot run PostgreSQL, and there is no user postgres or nobody to run it as:"
                                + " start as an ordinary user, or set FLYWHEEL_DATABASE_URL."));
        return new RunAs(user);
    }

    /**
     * The command that runs {@code program} in this way. The kernel's signal comes when the <em>thread</em> that
     * started the program ends, so that thread has to live as long as the program.
     */
    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(List.of("setsid", "setpriv", "--pdeathsig", "INT"));
        if (user != null) {
            command.addAll(List.of("--reuid=" + user.id(), "--regid=" + user.group(), "--clear-groups"));
        }
        command.addAll(program);
        return command;
    }

    /** Gives a file or folder to that user. */
    void own(Path path) throws IOException {
        if (user != null) {
            Files.setAttribute(path, "unix:uid", user.id());
            Files.setAttribute(path, "unix:gid", user.group());
        }
    }

    private static void require(String tool) {
        boolean found = Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> List.of(path.split(":")).stream())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        if (!found) {
            throw new StartRefused("The embedded database needs the program " + tool
                    + " (package util-linux): install it, or set FLYWHEEL_DATABASE_URL.");
        }
    }

    private static Optional<User> user(String name) {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":"))
                    .filter(parts -> parts.length > 3 && parts[0].equals(name))
                    .map(parts -> new User(name, Integer.parseInt(parts[2]), Integer.parseInt(parts[3])))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
