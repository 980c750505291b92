package io.flywheel.exchange.job;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.FaultJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows that an import did not take, with the reasons, and the keys that named no record. */
@Component
public class Refusals {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;

    Refusals(Database database) {
        this.database = database;
    }

    /** @param number line or row of the file */
    public record Refused(int number, List<String> cells, List<Fault> faults) {}

    /** @param suggestion the nearest key that names a record, or null */
    public record Missing(
            String field, String value, @Nullable String suggestion, int rows) {}

    /** All of a chunk in one statement. */
    void add(Connection connection, Workspace workspace, UUID id, List<Refused> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        ArrayNode all = JSON.createArrayNode();
        for (Refused row : rows) {
            ObjectNode one = all.addObject().put("number", row.number());
            ArrayNode cells = one.putArray("cells");
            row.cells().forEach(cell -> cells.add(cell.replace("\0", "")));
            one.set("faults", FaultJson.node(row.faults()));
        }
        Sql.of(
                        "insert into " + Imports.table(workspace, "sys_import_refused")
                                + " select ?, r.number, r.cells, r.faults from json_to_recordset(?::json)"
                                + " as r(number integer, cells json, faults json) on conflict do nothing",
                        id,
                        all.toString().replace("\\u0000", ""))
                .run(connection);
    }

    void clear(Workspace workspace, UUID id) {
        database.transaction(workspace, connection -> {
            for (String table : List.of("sys_import_refused", "sys_import_missing", "sys_import_rows")) {
                Sql.of("delete from " + Imports.table(workspace, table) + " where import = ?", id)
                        .run(connection);
            }
            return null;
        });
    }

    void missing(Connection connection, Workspace workspace, UUID id, List<Missing> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        Sql.of(
                        "insert into " + Imports.table(workspace, "sys_import_missing") + " as m"
                                + " select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::int[])"
                                + " on conflict (import, field, value) do update set rows = m.rows + excluded.rows",
                        id,
                        keys.stream().map(Missing::field).toArray(String[]::new),
                        keys.stream().map(Missing::value).toArray(String[]::new),
                        keys.stream().map(Missing::suggestion).toArray(String[]::new),
                        keys.stream().map(Missing::rows).toArray(Integer[]::new))
                .run(connection);
    }

    /** A page in the order of the file. */
    public List<Refused> page(Workspace workspace, UUID id, int after, int limit) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select number, cells, faults from " + Imports.table(workspace, "sys_import_refused")
                                        + " where import = ? and number > ? order by number limit ?",
                                id,
                                after,
                                limit)
                        .list(
                                connection,
                                row -> new Refused(
                                        row.getInt(1), cells(row.getString(2)), FaultJson.read(row.getString(3)))));
    }

    /** The keys that named no record, the most frequent first. */
    public List<Missing> missing(Workspace workspace, UUID id, int limit) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select field, value, suggestion, rows from "
                                        + Imports.table(workspace, "sys_import_missing")
                                        + " where import = ? order by rows desc, field, value limit ?",
                                id,
                                limit)
                        .list(
                                connection,
                                row -> new Missing(
                                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4))));
    }

    private static List<String> cells(String json) {
        List<String> cells = new java.util.ArrayList<>();
        for (JsonNode cell : JSON.readTree(json)) {
            cells.add(cell.asString());
        }
        return cells;
    }
}
