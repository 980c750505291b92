package io.flywheel.record.log;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.write.WriteListener;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Folds the ledgers of a workspace together some seconds after writes on this node, so that they stay short. */
@Component
final class LedgerFolding implements WriteListener, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerFolding.class);
    private static final long LATER_MILLIS = 3_000;
    private static final long AFTER_FAILURE_MILLIS = 30_000;

    private final Database database;
    private final Catalogs catalogs;
    private final Map<UUID, Boolean> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-folding-", 0).daemon().factory());

    LedgerFolding(Database database, Catalogs catalogs) {
        this.database = database;
        this.catalogs = catalogs;
    }

    @Override
    public void written(Workspace workspace) {
        wake(workspace, LATER_MILLIS);
    }

    /** However many writes, one waking at a time. */
    private void wake(Workspace workspace, long delay) {
        if (waiting.putIfAbsent(workspace.id(), true) == null) {
            executor.schedule(() -> fold(workspace), delay, TimeUnit.MILLISECONDS);
        }
    }

    private void fold(Workspace workspace) {
        waiting.remove(workspace.id());
        try {
            Catalog catalog = catalogs.of(workspace);
            for (ObjectDefinition object : catalog.objects().values()) {
                for (Ledger ledger : catalog.ledgers(object.name())) {
                    new LedgerFold(workspace, ledger).fold(database);
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("{}: ledgers were not folded and will be later", workspace.schema(), failed);
            wake(workspace, AFTER_FAILURE_MILLIS);
        }
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
