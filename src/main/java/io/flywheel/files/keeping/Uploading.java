package io.flywheel.files.keeping;

import io.flywheel.database.Database;
import io.flywheel.files.KeptFile;
import io.flywheel.files.keeping.Places.Place;
import io.flywheel.files.picture.MediaTypes;
import io.flywheel.files.store.ContentStore;
import io.flywheel.files.store.Spool;
import io.flywheel.files.store.StoreAway;
import io.flywheel.files.store.StoreSettings;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a file in:
 *
 * <pre>
 * stated length, quota ─→ spool (counted, hashed) ─→ claim ─→ store ─→ row + history, one transaction
 * </pre>
 *
 * Whatever is killed on the way leaves nothing that anybody sees; the sweep takes what it left.
 */
@Component
public final class Uploading {
    private static final Logger LOG = LoggerFactory.getLogger(Uploading.class);
    private static final long MEGABYTE = 1_000_000;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Database database;
    private final KeptFiles files;
    private final Spool spool;
    private final ContentStore store;
    private final StoreSettings settings;
    private final Clock clock;

    Uploading(
            Database database, KeptFiles files, Spool spool, ContentStore store, StoreSettings settings, Clock clock) {
        this.database = database;
        this.files = files;
        this.spool = spool;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param length as stated; −1 if it was not */
    public record Coming(String name, long length, InputStream content) {}

    /**
     * Keeps a file with a record that the actor may change.
     *
     * @throws Problem.TooLarge beyond what the object or the workspace may keep
     * @throws Problem.Busy if the store is away
     */
    public KeptFile add(Actor actor, Place place, Coming coming) throws IOException {
        long most = most(actor.workspace(), place, coming.length());
        try (Spool.Arrived arrived = spool.take(coming.content(), most)) {
            if (arrived.size() == 0) {
                throw new Problem.Invalid(Fault.of("file", "files.empty"));
            }
            if (coming.length() >= 0 && arrived.size() < coming.length()) {
                throw new Problem.Malformed("files.cut-off", Map.of());
            }
            KeptFile file = described(actor, place, Names.clean(coming.name()), arrived);
            keep(actor.workspace(), arrived);
            files.add(actor, file);
            return file;
        } catch (Spool.TooMuch tooMuch) {
            throw tooLarge(actor.workspace(), place);
        }
    }

    private KeptFile described(Actor actor, Place place, String name, Spool.Arrived arrived) throws IOException {
        return new KeptFile(
                Ids.next(),
                place.object().name(),
                place.record(),
                name,
                MediaTypes.of(arrived.path(), name),
                arrived.size(),
                arrived.sha256(),
                actor.member(),
                clock.instant(),
                null);
    }

    private void keep(Workspace workspace, Spool.Arrived arrived) throws IOException {
        database.<@Nullable Void>in(workspace, connection -> {
            new FileRows(workspace).claim(connection, arrived.sha256(), arrived.size(), clock.instant());
            return null;
        });
        try {
            store.keep(Keys.content(workspace, arrived.sha256()), arrived.path());
        } catch (StoreAway away) {
            LOG.warn("A file could not be kept: {}", away.getMessage());
            throw new Problem.Busy("files.store-away", SOON, true);
        }
    }

    /** The bytes that may come; a stated length beyond them is refused before any is read. */
    private long most(Workspace workspace, Place place, long stated) {
        long most = Math.min(place.rules().maxBytes(), left(workspace));
        if (stated > most || most <= 0) {
            throw tooLarge(workspace, place);
        }
        return most;
    }

    private long left(Workspace workspace) {
        long quota = settings.quotaBytes();
        return quota == Long.MAX_VALUE
                ? quota
                : quota - database.in(workspace, connection -> new FileRows(workspace).used(connection));
    }

    private Problem.TooLarge tooLarge(Workspace workspace, Place place) {
        long left = left(workspace);
        return left < place.rules().maxBytes()
                ? new Problem.TooLarge("files.quota", Map.of("megabytes", Math.max(0, left / MEGABYTE)))
                : new Problem.TooLarge(
                        "files.too-large", Map.of("megabytes", place.rules().maxMegabytes()));
    }
}
