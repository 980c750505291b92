package io.flywheel.access.role;

import io.flywheel.access.Roles;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import io.flywheel.people.Organisations;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who has which role. */
@Component
public final class RoleMembers implements Roles {
    private final Database database;

    public RoleMembers(Database database) {
        this.database = database;
    }

    private static String table(Workspace workspace) {
        return '"' + workspace.schema() + "\".sys_member_role";
    }

    @Override
    public List<String> rolesOf(Workspace workspace, UUID member) {
        return database.in(
                workspace,
                connection -> Sql.of("select role from " + table(workspace) + " where member = ? order by role", member)
                        .list(connection, row -> row.getString(1)));
    }

    public List<UUID> membersOf(Workspace workspace, String role) {
        return database.in(
                workspace,
                connection -> Sql.of("select member from " + table(workspace) + " where role = ? order by member", role)
                        .list(connection, row -> row.getObject(1, UUID.class)));
    }

    /** Gives a member exactly these roles. */
    public void give(Workspace workspace, UUID member, Set<String> roles) {
        give(workspace, List.of(member), roles);
    }

    @Override
    public void give(Workspace workspace, List<UUID> members, Set<String> roles) {
        UUID[] ids = members.toArray(UUID[]::new);
        String[] names = roles.toArray(String[]::new);
        database.transaction(workspace, connection -> {
            Sql.of("delete from " + table(workspace) + " where member = any(?)", (Object) ids)
                    .run(connection);
            Sql.of(
                            "insert into " + table(workspace)
                                    + " select m, r from unnest(?::uuid[]) m cross join unnest(?::text[]) r",
                            ids,
                            names)
                    .run(connection);
            Organisations.outdate(connection, workspace);
            return true;
        });
        Organisations.tell(database, workspace);
    }
}
