package io.flywheel.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Files in a folder: each appears whole, under its name, or not at all. */
public final class FolderStore implements ContentStore {
    private final Path folder;

    public FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(String key, Path file) throws IOException {
        Path place = folder.resolve(key);
        if (Files.exists(place)) {
            return;
        }
        Path parent = Objects.requireNonNull(place.getParent());
        Files.createDirectories(parent);
        flush(file, StandardOpenOption.WRITE);
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        flush(parent, StandardOpenOption.READ);
    }

    /** Onto the disk itself; of a folder, the names in it. */
    private static void flush(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    @Override
    public boolean has(String key) {
        return Files.exists(folder.resolve(key));
    }

    @Override
    public InputStream read(String key, long from, long length) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(folder.resolve(key));
        channel.position(from);
        return new Limited(Channels.newInputStream(channel), length);
    }

    @Override
    public void drop(String key) throws IOException {
        Files.deleteIfExists(folder.resolve(key));
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
