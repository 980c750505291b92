package io.flywheel.notify.live;

import io.flywheel.kernel.Workspace;
import io.flywheel.record.LogConsumer;
import io.flywheel.record.LogEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells all nodes of which objects records changed: one notification per reading of the log, none per write. */
@Component
@Order(0)
final class LiveFeed implements LogConsumer {
    private final Broadcast broadcast;

    LiveFeed(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public boolean readsValues() {
        return false;
    }

    @Override
    public void consume(Connection connection, Workspace workspace, List<LogEntry> entries) throws SQLException {
        broadcast.changed(
                connection, workspace, entries.stream().map(LogEntry::object).collect(Collectors.toSet()));
    }
}
