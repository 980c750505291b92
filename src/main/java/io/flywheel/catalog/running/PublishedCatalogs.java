package io.flywheel.catalog.running;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.Definition;
import io.flywheel.catalog.Kinds;
import io.flywheel.catalog.storing.DefinitionRows;
import io.flywheel.database.Database;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Workspace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogues of the workspaces in use. Another node's publication arrives as a notification; lest one is lost, the
 * version is looked up every few seconds while a catalogue is in use, without anybody waiting for it.
 */
public final class PublishedCatalogs implements Catalogs {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedCatalogs.class);
    private static final String CHANNEL = "flywheel_catalogue";
    private static final long LOOK_AGAIN = Duration.ofSeconds(3).toNanos();

    private final Database database;
    private final Kinds kinds;
    private volatile BiConsumer<Workspace, Boolean> loaded = (workspace, filling) -> {};
    private final Cache<String, Entry> cache = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    public PublishedCatalogs(Database database, Kinds kinds) {
        this.database = database;
        this.kinds = kinds;
        database.listen(CHANNEL, this::heard);
    }

    private void heard(String schema) {
        if (schema.isEmpty()) {
            cache.invalidateAll(); // some news may have been missed
        } else {
            cache.invalidate(schema);
        }
    }

    private static final class Entry {
        final Catalog catalog;
        final AtomicBoolean looking = new AtomicBoolean();
        final AtomicBoolean fresh = new AtomicBoolean(true);
        volatile long looked = System.nanoTime();

        Entry(Catalog catalog) {
            this.catalog = catalog;
        }
    }

    @Override
    public Catalog of(Workspace workspace) {
        Entry entry = cache.get(workspace.schema(), schema -> new Entry(load(workspace)));
        if (entry.fresh.compareAndSet(true, false)) {
            loaded.accept(workspace, !entry.catalog.filling().isEmpty());
        }
        if (System.nanoTime() - entry.looked > LOOK_AGAIN && entry.looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("catalogue-version").start(() -> look(workspace, entry));
        }
        return entry.catalog;
    }

    @Override
    public boolean current(Workspace workspace, Catalog catalog) {
        Entry entry = cache.getIfPresent(workspace.schema());
        return entry != null && entry.catalog == catalog;
    }

    /** Something was published, or which values are filled in has changed: every node reads anew, this one at once. */
    void changed(Workspace workspace) {
        database.tell(CHANNEL, workspace.schema());
    }

    /** @param listener hears of each catalogue that this node reads, and whether it has values to fill in */
    public void whenLoaded(BiConsumer<Workspace, Boolean> listener) {
        this.loaded = listener;
    }

    private void look(Workspace workspace, Entry entry) {
        try {
            long version =
                    database.in(workspace, connection -> new DefinitionRows(workspace.schema(), connection).version());
            if (version != entry.catalog.version()) {
                cache.asMap().remove(workspace.schema(), entry);
            }
            entry.looked = System.nanoTime();
        } finally {
            entry.looking.set(false);
        }
    }

    private Catalog load(Workspace workspace) {
        return database.in(workspace, connection -> {
            DefinitionRows rows = new DefinitionRows(workspace.schema(), connection);
            long version = rows.version();
            Faults faults = new Faults();
            Catalog read = kinds.catalog(
                    version,
                    rows.all().stream()
                            .filter(Definition::published)
                            .map(Definition::asDocument)
                            .toList(),
                    faults);
            for (Fault fault : faults.list()) {
                LOG.warn("{} holds a definition that cannot be read: {}", workspace.schema(), fault);
            }
            return new Catalog(version, read.definitions(), rows.filling());
        });
    }
}
