package io.flywheel.query.run;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The key that signs a workspace's cursors: stored with it, so that every node accepts what another one signed. */
@Component
class CursorKeys {
    private final Map<UUID, byte[]> known = new ConcurrentHashMap<>();
    private final Database database;

    CursorKeys(Database database) {
        this.database = database;
    }

    byte[] of(Workspace workspace) {
        byte[] key = known.get(workspace.id());
        return key == null ? load(workspace) : key;
    }

    private byte[] load(Workspace workspace) {
        Sql sql = Sql.of("select secret from \"" + workspace.schema() + "\".sys_cursor_key");
        String secret = database.in(
                workspace,
                connection -> sql.first(connection, row -> row.getString(1))
                        .orElseThrow(() -> new IllegalStateException("no cursor key in " + workspace.schema())));
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        known.put(workspace.id(), key);
        return key;
    }
}
