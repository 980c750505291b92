package io.flywheel.record.bulk;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.FaultJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The records that a job did not write, or its undoing did not put back, with the reasons; the first of them. */
@Component
public class BulkRefusals {
    /** So many are kept; the job counts all. */
    public static final int MOST = 1_000;

    private final Database database;

    BulkRefusals(Database database) {
        this.database = database;
    }

    public record Refused(UUID record, List<Fault> faults) {}

    /** All of a portion in one statement, as far as there is room. */
    void add(Connection connection, Workspace workspace, UUID job, boolean undo, List<Refused> refused)
            throws SQLException {
        if (refused.isEmpty()) {
            return;
        }
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (Refused one : refused) {
            all.addObject().put("record", one.record().toString()).set("faults", FaultJson.node(one.faults()));
        }
        String table = BulkJobs.table(workspace, "sys_bulk_refused");
        Sql.of(
                        "insert into " + table + " select ?, ?, r.record, r.faults from json_to_recordset(?::json)"
                                + " as r(record uuid, faults json) where (select count(*) from " + table
                                + " where bulk = ? and undo = ?) < " + MOST + " on conflict do nothing",
                        job,
                        undo,
                        all.toString().replace("\\u0000", ""),
                        job,
                        undo)
                .run(connection);
    }

    public List<Refused> of(Workspace workspace, UUID job, boolean undo) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select record, faults from " + BulkJobs.table(workspace, "sys_bulk_refused")
                                        + " where bulk = ? and undo = ? order by record limit " + MOST,
                                job,
                                undo)
                        .list(
                                connection,
                                row -> new Refused(row.getObject(1, UUID.class), FaultJson.read(row.getString(2)))));
    }
}
