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
 * version is looked up every few seconds while a catalogue is in use. A new catalogue is read while the old one still
 * answers, and then takes its place, so nobody waits for it.
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
            Entry entry = cache.getIfPresent(schema);
            if (entry != null) {
                Thread.ofVirtual().name("catalogue-news").start(() -> renewOrForget(entry));
            }
        }
    }

    private static final class Entry {
        final Workspace workspace;
        final Catalog catalog;
        final AtomicBoolean looking = new AtomicBoolean();
        final AtomicBoolean fresh = new AtomicBoolean(true);
        volatile long looked = System.nanoTime();

        Entry(Workspace workspace, Catalog catalog) {
            this.workspace = workspace;
            this.catalog = catalog;
        }
    }

    @Override
    public Catalog of(Workspace workspace) {
        Entry entry = entry(workspace);
        if (entry.fresh.compareAndSet(true, false)) {
            loaded.accept(workspace, !entry.catalog.filling().isEmpty());
        }
        if (System.nanoTime() - entry.looked > LOOK_AGAIN && entry.looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("catalogue-version").start(() -> look(entry));
        }
        return entry.catalog;
    }

    @Override
    public boolean current(Workspace workspace, Catalog catalog) {
        Entry entry = cache.getIfPresent(workspace.schema());
        return entry != null && entry.catalog == catalog;
    }

    private Entry entry(Workspace workspace) {
        return cache.get(workspace.schema(), schema -> new Entry(workspace, load(workspace)));
    }

    /** Something was published, or which values are filled in has changed: every node reads anew, this one at once. */
    void changed(Workspace workspace) {
        while (!renew(entry(workspace))) {
            continue; // somebody else put a version in its place, perhaps an older one
        }
        database.tell(CHANNEL, workspace.schema());
    }

    /** @param listener hears of each catalogue that this node reads, and whether it has values to fill in */
    public void whenLoaded(BiConsumer<Workspace, Boolean> listener) {
        this.loaded = listener;
    }

    private void look(Entry entry) {
        try {
            renew(entry);
            entry.looked = System.nanoTime();
        } finally {
            entry.looking.set(false);
        }
    }

    private void renewOrForget(Entry entry) {
        try {
            renew(entry);
        } catch (RuntimeException unreadable) {
            cache.asMap().remove(entry.workspace.schema(), entry); // who needs it next learns why
        }
    }

    /** Puts the standing version in the place of an older one; false if another came first. */
    private boolean renew(Entry entry) {
        Workspace workspace = entry.workspace;
        long version =
                database.in(workspace, connection -> new DefinitionRows(workspace.schema(), connection).version());
        return version == entry.catalog.version()
                || cache.asMap().replace(workspace.schema(), entry, new Entry(workspace, load(workspace)));
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
