package io.flywheel.record.log;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.Happenings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Reads the change log of one record. Whether the reader may see the record is the caller's to ask. */
@Component
public class RecordLog {
    private static final ObjectReader EXACT =
            new JsonMapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /**
     * @param operation {@code c}reated, changed ({@code u}), {@code d}eleted, {@code r}estored
     * @param cause the job that did it, null if it was done by hand
     */
    public record Entry(
            Instant at,
            UUID actor,
            int version,
            char operation,
            List<Change> changes,
            @Nullable Cause cause) {}

    /** @param kind {@code bulk}: many at once; {@code undo}: many taken back; {@code import}: of a file, or its undoing */
    public record Cause(UUID id, String kind) {}

    /** Values as JSON with all their digits; the null node where there was or is none. */
    public record Change(String field, JsonNode old, JsonNode now) {}

    private final Database database;

    RecordLog(Database database) {
        this.database = database;
    }

    /**
     * How far a reader has come: what happens beside the fields has no version of its own.
     *
     * @param version the versions after this one are told
     * @param told how many entries of this one are
     */
    public record Place(int version, int told) {
        public static final Place NEWEST = new Place(Integer.MAX_VALUE, 0);

        /** Behind a page that began here. */
        public Place behind(List<Entry> page) {
            int last = page.getLast().version();
            int count =
                    (int) page.stream().filter(entry -> entry.version() == last).count();
            return new Place(last, last == version ? told + count : count);
        }
    }

    /** The newest first, from a place on. */
    public List<Entry> of(Workspace workspace, String object, UUID record, Place from, int limit) {
        String schema = '"' + workspace.schema() + "\".";
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select at, actor, version, operation, diff::text, cause, case when cause is null then null"
                                        + " when exists (select from " + schema
                                        + "sys_bulk b where b.id = cause) then 'bulk' when exists (select from "
                                        + schema
                                        + "sys_bulk b where b.undo = cause) then 'undo' else 'import' end from "
                                        + schema + "sys_change_log where record = ? and object = ? and version <= ?"
                                        + " order by version desc, xid desc, seq desc limit ? offset ?",
                                record,
                                object,
                                from.version(),
                                limit,
                                from.told())
                        .list(connection, RecordLog::entry));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        char operation = row.getString(4).charAt(0);
        List<Change> changes = new ArrayList<>();
        EXACT.readTree(row.getString(5))
                .forEachEntry((field, value) -> changes.add(
                        operation == 'c' && !field.startsWith(Happenings.MARK)
                                ? new Change(field, NullNode.getInstance(), value)
                                : new Change(field, value.path(0), value.path(1))));
        return new Entry(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, UUID.class),
                row.getInt(3),
                operation,
                changes,
                cause(row));
    }

    private static @Nullable Cause cause(ResultSet row) throws SQLException {
        UUID id = row.getObject(6, UUID.class);
        return id == null ? null : new Cause(id, row.getString(7));
    }
}
