package io.flywheel.record.conversation;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.CommentTexts;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where comments are kept. Whether somebody may read or write them is the caller's to ask. */
@Component
final class Comments implements CommentTexts {
    /** Replies that come with their comment; the rest is read by itself. */
    static final int REPLIES = 50;

    private static final String COLUMNS =
            "c.id, c.object, c.record, c.parent, c.author, c.at, c.edited_at, c.deleted_at, c.text, c.mentions";

    private final Database database;

    Comments(Database database) {
        this.database = database;
    }

    /** @param replies the first of them, the oldest first; one more than {@link #REPLIES} if there are more */
    record Thread(Comment comment, List<Comment> replies) {}

    /** What stands at the top of a record's conversation, the newest first, each with its replies: two statements. */
    List<Thread> threads(Workspace workspace, String object, UUID record, @Nullable UUID before, int limit) {
        String table = table(workspace);
        return database.in(workspace, connection -> {
            List<Comment> top = Sql.of(
                            "select " + COLUMNS + " from " + table + " c where c.record = ? and c.object = ? and"
                                    + " c.parent is null and (?::uuid is null or c.id < ?::uuid) order by c.id desc limit ?",
                            record,
                            object,
                            before,
                            before,
                            limit)
                    .list(connection, Comments::read);
            Map<UUID, List<Comment>> replies = new LinkedHashMap<>();
            top.forEach(comment -> replies.put(comment.id(), new ArrayList<>()));
            Sql.of(
                            "select " + COLUMNS + " from unnest(?) as p(id) cross join lateral (select * from " + table
                                    + " r where r.parent = p.id order by r.id limit " + (REPLIES + 1)
                                    + ") c order by c.id",
                            (Object) replies.keySet().toArray(UUID[]::new))
                    .list(connection, Comments::read)
                    .forEach(reply -> replies.getOrDefault(reply.parent(), new ArrayList<>())
                            .add(reply));
            return top.stream()
                    .map(comment -> new Thread(comment, replies.getOrDefault(comment.id(), List.of())))
                    .toList();
        });
    }

    /** Replies to one comment, the oldest first. */
    List<Comment> replies(Workspace workspace, UUID parent, @Nullable UUID after, int limit) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select " + COLUMNS + " from " + table(workspace) + " c where c.parent = ? and"
                                        + " (?::uuid is null or c.id > ?::uuid) order by c.id limit ?",
                                parent,
                                after,
                                after,
                                limit)
                        .list(connection, Comments::read));
    }

    /** A comment of this record. */
    Optional<Comment> find(Workspace workspace, String object, UUID record, UUID id) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select " + COLUMNS + " from " + table(workspace)
                                        + " c where c.id = ? and c.record = ? and c.object = ?",
                                id,
                                record,
                                object)
                        .first(connection, Comments::read));
    }

    @Override
    public Map<UUID, Text> of(Workspace workspace, Collection<UUID> ids) {
        Map<UUID, Text> texts = new HashMap<>();
        database.in(
                        workspace,
                        connection -> Sql.of(
                                        "select " + COLUMNS + " from " + table(workspace)
                                                + " c where c.id = any(?) and c.deleted_at is null",
                                        (Object) ids.toArray(UUID[]::new))
                                .list(connection, Comments::read))
                .forEach(comment -> texts.put(comment.id(), new Text(comment.text(), comment.mentions())));
        return texts;
    }

    void add(Connection connection, Workspace workspace, Comment comment) throws SQLException {
        Sql.of(
                        "insert into " + table(workspace)
                                + " (id, object, record, parent, author, at, text, mentions)"
                                + " values (?, ?, ?, ?::uuid, ?, ?, ?, ?)",
                        comment.id(),
                        comment.object(),
                        comment.record(),
                        comment.parent(),
                        comment.author(),
                        comment.at(),
                        comment.text(),
                        comment.mentions().toArray(UUID[]::new))
                .run(connection);
    }

    void edit(Connection connection, Workspace workspace, UUID id, String text, List<UUID> mentions, Instant at)
            throws SQLException {
        Sql.of(
                        "update " + table(workspace)
                                + " set text = ?, mentions = ?, edited_at = ? where id = ? and deleted_at is null",
                        text,
                        mentions.toArray(UUID[]::new),
                        at,
                        id)
                .run(connection);
    }

    void withdraw(Connection connection, Workspace workspace, UUID id, Instant at) throws SQLException {
        Sql.of(
                        "update " + table(workspace)
                                + " set text = '', mentions = '{}', deleted_at = ? where id = ? and deleted_at is null",
                        at,
                        id)
                .run(connection);
    }

    private static String table(Workspace workspace) {
        return '"' + workspace.schema() + "\".sys_comment";
    }

    private static Comment read(ResultSet row) throws SQLException {
        Array mentions = row.getArray("mentions");
        return new Comment(
                row.getObject("id", UUID.class),
                row.getString("object"),
                row.getObject("record", UUID.class),
                row.getObject("parent", UUID.class),
                row.getObject("author", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row, "edited_at"),
                instant(row, "deleted_at"),
                row.getString("text"),
                Arrays.asList((UUID[]) mentions.getArray()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
