package io.flywheel.record.write;

import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import io.flywheel.people.Organisations;
import io.flywheel.record.LogConsumer;
import io.flywheel.record.LogEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * After members change teams, gives their records the new team, some thousand at a time. Meanwhile nobody's lists
 * narrow their search by that column; when it is done, rights are read anew and they do.
 */
@Component
final class OwnerUnits implements LogConsumer, DisposableBean {
    private static final int CHUNK = 5_000;

    private final Database database;
    private final Catalogs catalogs;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("owner-units-", 0).daemon().factory());

    OwnerUnits(Database database, Catalogs catalogs) {
        this.database = database;
        this.catalogs = catalogs;
    }

    @Override
    public String name() {
        return "owner-units";
    }

    @Override
    public boolean readsValues() {
        return false;
    }

    @Override
    public void consume(Connection connection, Workspace workspace, List<LogEntry> entries) throws SQLException {
        boolean due = Sql.of("select 1 from " + schema(workspace) + "sys_owner_unit_due limit 1")
                .first(connection, row -> true)
                .isPresent();
        if (due) {
            executor.execute(() -> catchUp(workspace));
        }
    }

    private static String schema(Workspace workspace) {
        return '"' + workspace.schema() + "\".";
    }

    private record Due(UUID member, OffsetDateTime askedAt) {}

    private void catchUp(Workspace workspace) {
        List<Due> due = database.in(
                workspace,
                connection -> Sql.of("select member, asked_at from " + schema(workspace) + "sys_owner_unit_due")
                        .list(
                                connection,
                                row -> new Due(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class))));
        UUID[] members = due.stream().map(Due::member).toArray(UUID[]::new);
        for (ObjectDefinition object : catalogs.of(workspace).objects().values()) {
            object.role("owner").ifPresent(owner -> move(workspace, object.name(), owner.name(), members));
        }
        OffsetDateTime[] asked = due.stream().map(Due::askedAt).toArray(OffsetDateTime[]::new);
        database.transaction(workspace, connection -> {
            int done = Sql.of(
                            "delete from " + schema(workspace) + "sys_owner_unit_due d using unnest(?::uuid[],"
                                    + " ?::timestamptz[]) as done(member, asked_at) where d.member = done.member"
                                    + " and d.asked_at = done.asked_at",
                            members,
                            asked)
                    .run(connection);
            if (done > 0) {
                Organisations.outdate(connection, workspace);
            }
            return done;
        });
    }

    private void move(Workspace workspace, String object, String owner, UUID[] members) {
        String table = schema(workspace) + '"' + object + '"';
        String sql = "update " + table + " t set owner_unit = f.team from (select r.id, m.team from " + table
                + " r join " + schema(workspace) + "member m on m.id = r.\"" + owner + "\" where r.\"" + owner
                + "\" = any(?) and r.owner_unit is distinct from m.team limit " + CHUNK
                + " for update of r skip locked) f where t.id = f.id";
        int moved;
        do {
            moved = database.in(
                    workspace, connection -> Sql.of(sql, (Object) members).run(connection));
        } while (moved > 0);
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
