package io.flywheel.record.log;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    /** @param operation {@code c}reated, changed ({@code u}), {@code d}eleted, {@code r}estored */
    public record Entry(Instant at, UUID actor, int version, char operation, List<Change> changes) {}

    /** Values as JSON with all their digits; the null node where there was or is none. */
    public record Change(String field, JsonNode old, JsonNode now) {}

    private final Database database;

    RecordLog(Database database) {
        this.database = database;
    }

    /** The newest first, only those of a version before {@code before}. */
    public List<Entry> of(Workspace workspace, String object, UUID record, int before, int limit) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select at, actor, version, operation, diff::text from \"" + workspace.schema()
                                        + "\".sys_change_log where record = ? and object = ? and version < ?"
                                        + " order by version desc limit ?",
                                record,
                                object,
                                before,
                                limit)
                        .list(connection, RecordLog::entry));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        char operation = row.getString(4).charAt(0);
        List<Change> changes = new ArrayList<>();
        EXACT.readTree(row.getString(5))
                .forEachEntry((field, value) -> changes.add(
                        operation == 'c'
                                ? new Change(field, NullNode.getInstance(), value)
                                : new Change(field, value.path(0), value.path(1))));
        return new Entry(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, UUID.class),
                row.getInt(3),
                operation,
                changes);
    }
}
