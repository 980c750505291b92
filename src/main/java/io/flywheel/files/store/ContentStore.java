package io.flywheel.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Bytes by their key: letters, digits, dots, dashes and slashes. What lies under a key never changes. */
public sealed interface ContentStore extends AutoCloseable permits FolderStore, BucketStore {
    /** Keeps a whole file, which may be moved away; does nothing if it is there. Afterwards it outlasts a power cut. */
    void keep(String key, Path file) throws IOException;

    boolean has(String key) throws IOException;

    /**
     * Some bytes of what is kept.
     *
     * @param length at least 1; reading ends there
     * @throws NoSuchFileException if nothing lies under the key
     */
    InputStream read(String key, long from, long length) throws IOException;

    /** Takes it away, if it is there. */
    void drop(String key) throws IOException;

    @Override
    void close();
}
