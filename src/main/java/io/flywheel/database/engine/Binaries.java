package io.flywheel.database.engine;

import io.flywheel.database.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per version from the jar that brings them. */
final class Binaries {
    static final String VERSION = "18.6.0";

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    private Binaries() {}

    /** The folder with {@code bin/postgres}; unpacked beside and moved, so that a broken-off start leaves no half. */
    static Path in(Path folder) throws IOException {
        Path ready = folder.resolve("programs-" + VERSION);
        if (Files.isExecutable(ready.resolve("bin/postgres"))) {
            return ready;
        }
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        unpack(fresh);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            return Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.isExecutable(ready.resolve("bin/postgres"))) {
                Folders.delete(fresh);
                return ready;
            }
            throw e;
        }
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream in = Binaries.class.getClassLoader().getResourceAsStream(ARCHIVE)) {
            if (in == null || !"amd64".equals(System.getProperty("os.arch"))) {
                throw new StartRefused("There is no embedded database for " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ": set FLYWHEEL_DATABASE_URL to a PostgreSQL of your own.");
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(target, tar, entry);
                }
            }
        }
    }

    private static void write(Path target, InputStream content, TarArchiveEntry entry) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(content, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
