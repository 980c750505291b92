package io.flywheel.record.log;

import io.flywheel.identity.Workspaces;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.LogConsumer;
import io.flywheel.record.write.WriteListener;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wakes the consumers of the change log shortly after a write on this node, and once for every workspace at start. */
@Component
final class LogFollowing implements WriteListener, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LogFollowing.class);
    private static final long SOON_MILLIS = 200;
    private static final long LATER_MILLIS = 1_000;

    private final LogReader reader;
    private final List<LogConsumer> consumers;
    private final Workspaces workspaces;
    private final Map<UUID, Boolean> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("change-log-", 0).daemon().factory());

    LogFollowing(LogReader reader, List<LogConsumer> consumers, Workspaces workspaces) {
        this.reader = reader;
        this.consumers = consumers;
        this.workspaces = workspaces;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        workspaces.all().forEach(this::written);
    }

    @Override
    public void written(Workspace workspace) {
        wake(workspace, SOON_MILLIS);
    }

    /** However many writes, one waking at a time. */
    private void wake(Workspace workspace, long delay) {
        if (waiting.putIfAbsent(workspace.id(), true) == null) {
            executor.schedule(() -> follow(workspace), delay, TimeUnit.MILLISECONDS);
        }
    }

    private void follow(Workspace workspace) {
        waiting.remove(workspace.id());
        for (LogConsumer consumer : consumers) {
            try {
                LogReader.Rest rest = reader.read(workspace, consumer);
                if (rest != LogReader.Rest.NOTHING) {
                    wake(workspace, rest == LogReader.Rest.MORE ? 0 : LATER_MILLIS);
                }
            } catch (RuntimeException failed) {
                LOG.warn("the change log's consumer {} failed and will be tried again", consumer.name(), failed);
                wake(workspace, LATER_MILLIS * 10);
            }
        }
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
