package io.flywheel.files.web;

import io.flywheel.files.KeptFile;
import io.flywheel.files.keeping.Keys;
import io.flywheel.files.picture.Pictures;
import io.flywheel.files.store.ContentStore;
import io.flywheel.files.store.Spool;
import io.flywheel.kernel.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Small pictures, made when they are first asked for and kept beside the content. */
@Component
final class Thumbnails {
    private static final long MOST = 8_000_000;

    private final ContentStore store;
    private final Pictures pictures;
    private final Spool spool;

    Thumbnails(ContentStore store, Pictures pictures, Spool spool) {
        this.store = store;
        this.pictures = pictures;
        this.spool = spool;
    }

    byte[] of(Workspace workspace, KeptFile file, int width) throws IOException {
        String key = Keys.picture(workspace, file.sha256(), width);
        if (store.has(key)) {
            try (InputStream kept = store.read(key, 0, MOST)) {
                return kept.readAllBytes();
            }
        }
        byte[] made = made(workspace, file, width);
        try (Spool.Arrived arrived = spool.take(new ByteArrayInputStream(made), MOST)) {
            store.keep(key, arrived.path());
        }
        return made;
    }

    private byte[] made(Workspace workspace, KeptFile file, int width) throws IOException {
        try (InputStream content = store.read(Keys.content(workspace, file.sha256()), 0, file.size())) {
            return pictures.smaller(content, file.type(), width).bytes();
        }
    }
}
