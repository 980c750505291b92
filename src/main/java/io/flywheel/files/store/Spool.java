package io.flywheel.files.store;

import io.flywheel.kernel.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Where files arrive, before anybody knows what they are: in few kilobytes of memory, gone when they are done with. */
public final class Spool {
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);
    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final Clock clock;

    public Spool(Path folder, Clock clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        Files.createDirectories(folder);
    }

    /** A file that has arrived whole; closing takes it away, unless a store has moved it. */
    public record Arrived(Path path, long size, String sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** More came than was allowed; nothing of it is left. */
    public static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;

        TooMuch() {
            super("more bytes than allowed");
        }
    }

    /** @throws TooMuch as soon as more than {@code most} bytes have come */
    public Arrived take(InputStream content, long most) throws IOException {
        Path path = folder.resolve(Ids.next().toString());
        MessageDigest digest = sha256();
        boolean whole = false;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            long size = copy(content, out, most);
            whole = true;
            return new Arrived(path, size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static long copy(InputStream content, OutputStream out, long most) throws IOException {
        byte[] block = new byte[BLOCK];
        long size = 0;
        for (int some = content.read(block); some >= 0; some = content.read(block)) {
            size += some;
            if (size > most) {
                throw new TooMuch();
            }
            out.write(block, 0, some);
        }
        return size;
    }

    /** Takes away what a node that died left behind a day ago. */
    public void sweep() throws IOException {
        Instant before = clock.instant().minus(LEFT_BEHIND);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
