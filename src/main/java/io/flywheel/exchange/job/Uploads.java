package io.flywheel.exchange.job;

import io.flywheel.kernel.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The files of imports, in the installation's folder until the import is done; nodes that share work share the folder. */
@Component
public class Uploads {
    private final Path folder;

    Uploads(Environment environment) {
        Path home = Binder.get(environment).bind("flywheel.home", Path.class).orElse(Path.of("data"));
        this.folder = home.resolve("imports");
    }

    Path of(Workspace workspace, UUID id) {
        return folder.resolve(workspace.id().toString()).resolve(id.toString());
    }

    /** Keeps a file, whole or not at all. */
    public Path keep(Workspace workspace, UUID id, InputStream content) throws IOException {
        Path file = of(workspace, id);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(id + ".part");
        try {
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    public void drop(Workspace workspace, UUID id) throws IOException {
        Files.deleteIfExists(of(workspace, id));
    }
}
