package io.flywheel.files.keeping;

import io.flywheel.database.Database;
import io.flywheel.files.picture.Pictures;
import io.flywheel.files.store.ContentStore;
import io.flywheel.files.store.Spool;
import io.flywheel.kernel.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what nobody holds any more: files removed a month ago, and content without a file after a day. */
@Component
public final class Sweep {
    public static final Duration BRING_BACK = Duration.ofDays(30);
    private static final Duration ORPHANED = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final ContentStore store;
    private final Spool spool;
    private final Clock clock;

    Sweep(Database database, ContentStore store, Spool spool, Clock clock) {
        this.database = database;
        this.store = store;
        this.spool = spool;
        this.clock = clock;
    }

    /** What uploads left behind on this node. */
    public void sweepSpool() throws IOException {
        spool.sweep();
    }

    /** @return contents taken away */
    public int sweep(Workspace workspace) {
        return sweep(workspace, clock.instant());
    }

    int sweep(Workspace workspace, Instant now) {
        FileRows rows = new FileRows(workspace);
        Instant before = now.minus(ORPHANED);
        List<String> orphans = database.in(workspace, connection -> {
            rows.forget(connection, now.minus(BRING_BACK));
            return rows.orphans(connection, before, AT_ONCE);
        });
        orphans.forEach(sha256 -> database.<@Nullable Void>transaction(workspace, connection -> {
            if (rows.dropContent(connection, sha256, before)) {
                drop(workspace, sha256);
            }
            return null;
        }));
        return orphans.size();
    }

    private void drop(Workspace workspace, String sha256) {
        try {
            for (int width : Pictures.WIDTHS) {
                store.drop(Keys.picture(workspace, sha256, width));
            }
            store.drop(Keys.content(workspace, sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
