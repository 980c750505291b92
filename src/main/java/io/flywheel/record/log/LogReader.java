package io.flywheel.record.log;

import io.flywheel.catalog.Catalogs;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.LogConsumer;
import io.flywheel.record.LogEntry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads the change log for one consumer below the snapshot's horizon: what is still being written by an open
 * transaction, and all after it, is left for the next time, so nothing is skipped.
 */
@Component
final class LogReader {
    private static final int CHUNK = 5_000;

    /** What is left after a round. */
    enum Rest {
        NOTHING,
        /** more can be read at once */
        MORE,
        /** more is there, but an open transaction stands before it */
        LATER
    }

    private record Position(String xid, long seq) {}

    private record Positioned(String xid, long seq, LogEntry entry) {}

    private final Database database;
    private final Catalogs catalogs;

    LogReader(Database database, Catalogs catalogs) {
        this.catalogs = catalogs;
        this.database = database;
    }

    Rest read(Workspace workspace, LogConsumer consumer) {
        // Consumers ask for the catalogue; were it not cached, it would be read over a second connection.
        catalogs.of(workspace);
        return database.transaction(workspace, connection -> read(connection, workspace, consumer));
    }

    private static Rest read(Connection connection, Workspace workspace, LogConsumer consumer) throws SQLException {
        String schema = '"' + workspace.schema() + "\".";
        Sql.of("insert into " + schema + "sys_log_position values (?, '0', 0) on conflict do nothing", consumer.name())
                .run(connection);
        Optional<Position> position = Sql.of(
                        "select xid::text, seq from " + schema
                                + "sys_log_position where consumer = ? for update skip locked",
                        consumer.name())
                .first(connection, row -> new Position(row.getString(1), row.getLong(2)));
        if (position.isEmpty()) {
            return Rest.LATER; // another node reads
        }
        List<Positioned> found = entries(connection, schema, consumer, position.get());
        if (found.isEmpty()) {
            return waiting(connection, schema, position.get()) ? Rest.LATER : Rest.NOTHING;
        }
        consumer.consume(
                connection, workspace, found.stream().map(Positioned::entry).toList());
        Positioned last = found.getLast();
        Sql.of(
                        "update " + schema + "sys_log_position set xid = ?::xid8, seq = ? where consumer = ?",
                        last.xid(),
                        last.seq(),
                        consumer.name())
                .run(connection);
        return Rest.MORE;
    }

    /** The position is bound, not joined: so the index gives the order and the reading ends at the limit. */
    private static List<Positioned> entries(
            Connection connection, String schema, LogConsumer consumer, Position position) throws SQLException {
        return Sql.of(
                        "select c.xid::text, c.seq, c.object, c.record, c.version, c.operation, "
                                + (consumer.readsValues() ? "c.diff::text" : "'{}'")
                                + ", c.watches, c.actor, c.cause from " + schema
                                + "sys_change_log c where (c.xid, c.seq) > (?::xid8, ?) and c.xid <"
                                + " pg_snapshot_xmin(pg_current_snapshot()) order by c.xid, c.seq limit " + CHUNK,
                        position.xid(),
                        position.seq())
                .list(connection, LogReader::positioned);
    }

    private static boolean waiting(Connection connection, String schema, Position position) throws SQLException {
        return Sql.of(
                        "select 1 from " + schema + "sys_change_log c where (c.xid, c.seq) > (?::xid8, ?)"
                                + " order by c.xid, c.seq limit 1",
                        position.xid(),
                        position.seq())
                .first(connection, row -> true)
                .isPresent();
    }

    private static Positioned positioned(ResultSet row) throws SQLException {
        Array watches = row.getArray(8);
        return new Positioned(
                row.getString(1),
                row.getLong(2),
                new LogEntry(
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getInt(5),
                        row.getString(6).charAt(0),
                        row.getObject(9, UUID.class),
                        row.getObject(10, UUID.class),
                        row.getString(7),
                        watches == null ? List.of() : Arrays.asList((String[]) watches.getArray())));
    }
}
