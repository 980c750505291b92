package io.flywheel.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The organisation of each workspace, cached on this node until people change on any node. */
@Component
public final class Organisations {
    private static final String CHANNEL = "flywheel_access";

    /** Objects whose records decide who may see what. */
    private static final Set<String> DECIDING = Set.of(
            SystemObjects.MEMBER,
            SystemObjects.TEAM,
            SystemObjects.TEAM_MEMBERSHIP,
            SystemObjects.TERRITORY,
            SystemObjects.TERRITORY_MEMBERSHIP);

    private final Database database;
    private final Cache<UUID, Organisation> known =
            Caffeine.newBuilder().maximumSize(1_000).build();

    public Organisations(Database database) {
        this.database = database;
        database.listen(CHANNEL, this::heard);
    }

    private void heard(String workspace) {
        if (workspace.isEmpty()) {
            known.invalidateAll(); // some news may have been missed
        } else {
            known.invalidate(UUID.fromString(workspace));
        }
    }

    public Organisation of(Workspace workspace) {
        return known.get(workspace.id(), ignored -> database.transaction(workspace, c -> read(c, workspace)));
    }

    /** Forgets what is cached of a workspace on this node. */
    public void forget(Workspace workspace) {
        known.invalidate(workspace.id());
    }

    /** Whether a change of this object's records changes who may see what. */
    public static boolean decides(String object) {
        return DECIDING.contains(object);
    }

    /** Makes every node's rights outdated once the surrounding transaction commits. */
    public static void outdate(Connection connection, Workspace workspace) throws SQLException {
        Sql.of("update " + schema(workspace) + "sys_access set revision = revision + 1")
                .run(connection);
        Sql.of("select pg_notify(?, ?)", CHANNEL, workspace.id().toString()).list(connection, row -> true);
    }

    /** Tells every node, this one before it returns, once what {@link #outdate} announced has been committed. */
    public static void tell(Database database, Workspace workspace) {
        database.tell(CHANNEL, workspace.id().toString());
    }

    private static String schema(Workspace workspace) {
        return '"' + workspace.schema() + "\".";
    }

    private static Organisation read(Connection connection, Workspace workspace) throws SQLException {
        String schema = schema(workspace);
        long revision = Sql.of("select revision from " + schema + "sys_access")
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
        boolean settled = Sql.of("select 1 from " + schema + "sys_owner_unit_due limit 1")
                .first(connection, row -> true)
                .isEmpty();
        List<Organisation.Person> people = Sql.of(
                        "select id, team, manager from " + schema + "\"member\" where deleted_at is null")
                .list(
                        connection,
                        row -> new Organisation.Person(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class)));
        Map<UUID, @Nullable UUID> parents = new HashMap<>();
        Sql.of("select id, parent from " + schema + "\"team\" where deleted_at is null")
                .list(connection, row -> parents.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        Set<UUID> gone = new HashSet<>(Sql.of("select id from " + schema + "\"member\" where deleted_at is not null")
                .list(connection, row -> row.getObject(1, UUID.class)));
        return new Organisation(revision, settled, people, gone, parents);
    }
}
