package io.flywheel.notify.inbox;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import io.flywheel.notify.live.Broadcast;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where inboxes are kept. */
@Component
final class Notes {
    static final Duration KEPT = Duration.ofDays(90);

    private final Database database;
    private final Broadcast broadcast;

    Notes(Database database, Broadcast broadcast) {
        this.database = database;
        this.broadcast = broadcast;
    }

    /** Two statements, however many. What one cause does to several records of a member becomes one entry. */
    void add(Connection connection, Workspace workspace, List<Note> notes) throws SQLException {
        if (notes.isEmpty()) {
            return;
        }
        Sql.of(
                        "insert into " + table(workspace) + " as standing (id, member, kind, at, actor, object, record,"
                                + " comment, cause, number, detail) select * from unnest(?::uuid[], ?::uuid[],"
                                + " ?::text[], ?::timestamptz[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[],"
                                + " ?::uuid[], ?::int[], ?::text[]) on conflict (cause, member, kind, object) where"
                                + " cause is not null do update set number = case when standing.kind = 'job' then"
                                + " excluded.number else standing.number + excluded.number end, record = null,"
                                + " detail = excluded.detail, read_at = case when standing.detail is not distinct from"
                                + " excluded.detail and standing.kind = 'job' then standing.read_at end",
                        column(notes, Note::id, UUID[]::new),
                        column(notes, Note::member, UUID[]::new),
                        column(notes, note -> note.kind().name().toLowerCase(Locale.ROOT), String[]::new),
                        column(notes, note -> note.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                        column(notes, Note::actor, UUID[]::new),
                        column(notes, Note::object, String[]::new),
                        column(notes, Note::record, UUID[]::new),
                        column(notes, Note::comment, UUID[]::new),
                        column(notes, Note::cause, UUID[]::new),
                        column(notes, Note::number, Integer[]::new),
                        column(notes, Note::detail, String[]::new))
                .run(connection);
        broadcast.inbox(connection, workspace, notes.stream().map(Note::member).collect(Collectors.toSet()));
    }

    private static <T> @Nullable T[] column(
            List<Note> notes, Function<Note, @Nullable T> part, Function<Integer, @Nullable T[]> array) {
        @Nullable T[] values = array.apply(notes.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = part.apply(notes.get(i));
        }
        return values;
    }

    /** The latest first. */
    List<Note> of(Workspace workspace, UUID member, boolean unread, @Nullable UUID before, int limit) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select * from " + table(workspace) + " where member = ? and (?::uuid is null or id <"
                                        + " ?::uuid)" + (unread ? " and read_at is null" : "")
                                        + " order by id desc limit ?",
                                member,
                                before,
                                before,
                                limit)
                        .list(connection, Notes::read));
    }

    /** @return whether the member has such an entry */
    boolean mark(Workspace workspace, UUID member, UUID id, @Nullable Instant at) {
        int marked = database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace)
                                        + " set read_at = ?::timestamptz where member = ? and id = ?",
                                at,
                                member,
                                id)
                        .run(connection));
        broadcast.inbox(workspace, member);
        return marked > 0;
    }

    void markAll(Workspace workspace, UUID member, Instant at) {
        database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace) + " set read_at = ? where member = ? and read_at is null",
                                at,
                                member)
                        .run(connection));
        broadcast.inbox(workspace, member);
    }

    /** What a comment said is gone, and so is the news of it. */
    void withdraw(Connection connection, Workspace workspace, UUID comment) throws SQLException {
        List<UUID> members = Sql.of("delete from " + table(workspace) + " where comment = ? returning member", comment)
                .list(connection, row -> row.getObject(1, UUID.class));
        broadcast.inbox(connection, workspace, Set.copyOf(members));
    }

    /** @return how many were older than 90 days */
    int forgetOld(Workspace workspace, Instant now) {
        return database.in(
                workspace,
                connection -> Sql.of("delete from " + table(workspace) + " where at < ?", now.minus(KEPT))
                        .run(connection));
    }

    private static Note read(ResultSet row) throws SQLException {
        return new Note(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                Note.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("object"),
                row.getObject("record", UUID.class),
                row.getObject("comment", UUID.class),
                row.getObject("cause", UUID.class),
                row.getInt("number"),
                row.getString("detail"),
                row.getObject("read_at", OffsetDateTime.class) != null);
    }

    private static String table(Workspace workspace) {
        return '"' + workspace.schema() + "\".sys_inbox";
    }
}
