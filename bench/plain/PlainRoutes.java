package plain;

import io.flywheel.database.Database;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody would write by hand for deals alone: the SQL of {@link PlainSql}, plain JDBC, Jackson. It is called,
 * secured and connected as the product's own routes are; it knows no definitions, no rights on fields, no problems.
 */
@AutoConfiguration
public class PlainRoutes implements RouteSource {
    private final Database database;
    private final JsonMapper mapper;
    private final Map<UUID, UUID[]> teams = new ConcurrentHashMap<>();
    private final Map<UUID, UUID[]> members = new ConcurrentHashMap<>();
    private final Map<String, SameSql> statements = new ConcurrentHashMap<>();
    private final Map<String, String> ledgers = new ConcurrentHashMap<>();

    public PlainRoutes(Database database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException, IOException;
    }

    @Override
    public void add(Routes routes) {
        routes.get("/api/plain/records", this::list)
                .get("/api/plain/records/{id}", this::one)
                .post("/api/plain/records", this::create)
                .patch("/api/plain/records/{id}", this::change)
                .post("/api/plain/same", call -> same(call, "create", 201))
                .patch("/api/plain/same/{id}", call -> same(call, "stage", 200));
    }

    /** A write by the product's own statement. */
    private void same(Call call, String name, int status) throws IOException {
        JsonNode body = mapper.readTree(call.json());
        SameSql same = statements.computeIfAbsent(name, SameSql::of);
        UUID[] members = among(call, PlainSql.MEMBERS, this.members);
        byte[] answer = database.in(call.actor().workspace(), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(same.text())) {
                same.bind(statement, call, body, members);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return ("{\"id\":\"" + rows.getString(2) + "\",\"version\":" + rows.getInt(4) + "}").getBytes();
                }
            }
        });
        call.send(status, answer);
    }

    private void list(Call call) throws IOException {
        String stage = call.parameter("where").split("\"")[1];
        UUID[] below = below(call);
        byte[] answer = run(call, PlainSql.LIST, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", below));
            statement.setString(2, stage);
            try (ResultSet rows = statement.executeQuery()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
                try (JsonGenerator json = mapper.createGenerator(out)) {
                    json.writeStartObject();
                    json.writeName("records");
                    json.writeStartArray();
                    for (int i = 0; i < 50 && rows.next(); i++) {
                        row(json, rows, PlainSql.LISTED);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }
                return out.toByteArray();
            }
        });
        call.send(200, answer);
    }

    private void one(Call call) throws IOException {
        UUID id = UUID.fromString(call.variable("id"));
        UUID[] below = below(call);
        byte[] answer = run(call, PlainSql.ONE, statement -> {
            statement.setObject(1, id);
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", below));
            try (ResultSet rows = statement.executeQuery()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream(2_048);
                try (JsonGenerator json = mapper.createGenerator(out)) {
                    rows.next();
                    row(json, rows, PlainSql.READ);
                }
                return out.toByteArray();
            }
        });
        call.send(200, answer);
    }

    private void create(Call call) throws IOException {
        JsonNode body = mapper.readTree(call.json());
        byte[] answer = run(call, PlainSql.CREATE, statement -> {
            statement.setString(1, body.get("name").stringValue());
            statement.setObject(2, UUID.fromString(body.get("account").stringValue()));
            statement.setObject(3, call.actor().member());
            statement.setString(4, body.get("stage").stringValue());
            statement.setBigDecimal(5, body.get("amount").decimalValue());
            statement.setBigDecimal(6, body.get("probability").decimalValue());
            statement.setObject(7, LocalDate.parse(body.get("engage_date").stringValue()));
            statement.setObject(8, LocalDate.parse(body.get("close_date").stringValue()));
            statement.setString(9, body.get("source").stringValue());
            return written(statement);
        });
        call.send(201, answer);
    }

    private void change(Call call) throws IOException {
        JsonNode body = mapper.readTree(call.json());
        UUID id = UUID.fromString(call.variable("id"));
        JsonNode stage = body.get("stage");
        UUID[] below = below(call);
        byte[] answer = run(call, stage == null ? PlainSql.AMOUNT : PlainSql.STAGE, statement -> {
            statement.setObject(1, id);
            if (stage == null) {
                statement.setBigDecimal(2, body.get("amount").decimalValue());
            } else {
                statement.setString(2, stage.stringValue());
            }
            statement.setObject(3, call.actor().member());
            statement.setArray(4, statement.getConnection().createArrayOf("uuid", below));
            return written(statement);
        });
        call.send(200, answer);
    }

    /** What a write answers: which rules it broke, the id and the version. */
    private static byte[] written(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            Array bad = rows.getArray(1);
            if (((Integer[]) bad.getArray()).length > 0) {
                throw new IllegalStateException("broken rules: " + bad);
            }
            return ("{\"id\":\"" + rows.getString(2) + "\",\"version\":" + rows.getInt(3) + "}").getBytes();
        }
    }

    private static void row(JsonGenerator json, ResultSet rows, PlainSql.Column[] columns) throws SQLException {
        json.writeStartObject();
        int at = 1;
        for (PlainSql.Column column : columns) {
            json.writeName(column.name());
            at = value(json, rows, at, column);
        }
        json.writeEndObject();
    }

    private static int value(JsonGenerator json, ResultSet rows, int at, PlainSql.Column column) throws SQLException {
        switch (column.kind()) {
            case TEXT -> json.writeString(rows.getString(at));
            case NUMBER -> {
                BigDecimal number = rows.getBigDecimal(at);
                json.writeNumber(number);
            }
            case DATE -> {
                LocalDate day = rows.getObject(at, LocalDate.class);
                json.writeString(day == null ? null : day.toString());
            }
            case MOMENT -> {
                OffsetDateTime moment = rows.getObject(at, OffsetDateTime.class);
                json.writeString(moment == null ? null : moment.toInstant().toString());
            }
            case REFERENCE -> {
                String id = rows.getString(at);
                if (id == null) {
                    json.writeNull();
                } else {
                    json.writeStartObject();
                    json.writeStringProperty("id", id);
                    json.writeStringProperty("title", rows.getString(at + 1));
                    json.writeEndObject();
                }
                return at + 2;
            }
        }
        return at + 1;
    }

    /** The teams a member sees, remembered for good. */
    private UUID[] below(Call call) {
        return among(call, PlainSql.TEAMS, teams);
    }

    private UUID[] among(Call call, PlainSql sql, Map<UUID, UUID[]> known) {
        return known.computeIfAbsent(call.actor().member(), member -> {
            try {
                return run(call, sql, statement -> {
                    statement.setObject(1, member);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return (UUID[]) rows.getArray(1).getArray();
                    }
                });
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private <T> T run(Call call, PlainSql sql, Work<T> work) throws IOException {
        return database.in(call.actor().workspace(), connection -> {
            try (PreparedStatement statement = prepare(connection, sql, call)) {
                return work.with(statement);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private PreparedStatement prepare(Connection connection, PlainSql sql, Call call) throws SQLException {
        String schema = call.actor().workspace().schema();
        String ledger = ledgers.get(schema);
        if (ledger == null) {
            ledger = ledger(connection, schema);
            ledgers.put(schema, ledger);
        }
        return connection.prepareStatement(sql.in(schema, ledger));
    }

    /** The table of the sums of deals, remembered for good. */
    private static String ledger(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select table_name from information_schema.tables"
                + " where table_schema = ? and table_name like 'sys!_sum!_%' escape '!'")) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
