package io.flywheel.notify.inbox;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import io.flywheel.notify.live.Unread;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts what is unread, for several members in one statement. */
@Component
final class InboxCounts implements Unread {
    private final Database database;

    InboxCounts(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Integer> of(Workspace workspace, Collection<UUID> members) {
        Map<UUID, Integer> counts = new HashMap<>();
        database.in(
                workspace,
                connection -> Sql.of(
                                "select member, count(*) from \"" + workspace.schema()
                                        + "\".sys_inbox where member = any(?) and read_at is null group by member",
                                (Object) members.toArray(UUID[]::new))
                        .list(connection, row -> counts.put(row.getObject(1, UUID.class), row.getInt(2))));
        return counts;
    }
}
