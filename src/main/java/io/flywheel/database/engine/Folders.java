package io.flywheel.database.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the embedded database may live. */
final class Folders {
    private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

    private Folders() {}

    /**
     * {@code <home>/postgres}, made if missing. Where the database's user cannot reach it (root's own home is closed
     * to everybody else) it is a link to a folder under {@code /var/lib/flywheel}.
     */
    static Path postgres(Path home, RunAs runAs) throws IOException, InterruptedException {
        Path folder = home.resolve("postgres");
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            if (!reachable(folder, runAs)) {
                Path elsewhere = Path.of(
                        "/var/lib/flywheel",
                        HexFormat.of().toHexDigits(home.toRealPath().toString().hashCode()));
                Files.createDirectories(elsewhere);
                Files.delete(folder);
                Files.createSymbolicLink(folder, elsewhere);
                LOG.info("The database's user cannot reach {}; its files are in {}", home, elsewhere);
            }
        }
        return folder.toRealPath();
    }

    private static boolean reachable(Path folder, RunAs runAs) throws IOException, InterruptedException {
        List<String> command = runAs.command(
                List.of("sh", "-c", "cd \"$1\"", "sh", folder.toAbsolutePath().toString()));
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Deletes a folder and all in it. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
