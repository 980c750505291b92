package io.flywheel.record.conversation;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who follows a record: who said so, its owner and who commented on it, unless they left. */
@Component
final class Followers {
    private final Database database;

    Followers(Database database) {
        this.database = database;
    }

    private record Choice(UUID member, boolean follows) {}

    Set<UUID> of(Workspace workspace, ObjectDefinition object, UUID record) {
        return database.in(workspace, connection -> {
            Set<UUID> following = new LinkedHashSet<>();
            owner(connection, workspace, object, record).ifPresent(following::add);
            Sql.of("select member, follows from " + table(workspace) + " where record = ? order by member", record)
                    .list(connection, row -> new Choice(row.getObject(1, UUID.class), row.getBoolean(2)))
                    .forEach(choice -> {
                        if (choice.follows) {
                            following.add(choice.member);
                        } else {
                            following.remove(choice.member);
                        }
                    });
            return following;
        });
    }

    private static Optional<UUID> owner(
            Connection connection, Workspace workspace, ObjectDefinition object, UUID record) throws SQLException {
        Optional<FieldDefinition> owner =
                object.role("owner").filter(field -> field.type() instanceof FieldType.Referring);
        return owner.isEmpty()
                ? Optional.empty()
                : Sql.of(
                                "select \"" + owner.get().name() + "\" from \"" + workspace.schema() + "\".\""
                                        + object.name() + "\" where id = ? and \""
                                        + owner.get().name()
                                        + "\" is not null",
                                record)
                        .first(connection, row -> row.getObject(1, UUID.class));
    }

    /** From now on, whatever was before. */
    void choose(Workspace workspace, String object, UUID record, UUID member, boolean follows) {
        database.in(
                workspace,
                connection -> Sql.of(
                                "insert into " + table(workspace)
                                        + " (record, member, object, follows) values (?, ?, ?, ?)"
                                        + " on conflict (record, member) do update set follows = excluded.follows",
                                record,
                                member,
                                object,
                                follows)
                        .run(connection));
    }

    /** Who speaks follows, unless he left. */
    void join(Connection connection, Workspace workspace, String object, UUID record, UUID member) throws SQLException {
        Sql.of(
                        "insert into " + table(workspace)
                                + " (record, member, object, follows) values (?, ?, ?, true) on conflict do nothing",
                        record,
                        member,
                        object)
                .run(connection);
    }

    private static String table(Workspace workspace) {
        return '"' + workspace.schema() + "\".sys_follower";
    }
}
