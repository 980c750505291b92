package plain;

import io.flywheel.http.Call;
import io.flywheel.kernel.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The very statement with which the product answers a write, as the bench saw it, for plain JDBC: a file whose first line
 * is the text, the others one parameter each: where it comes from, its type, its value if it is always the same.
 */
record SameSql(String text, List<Parameter> parameters) {
    record Parameter(String source, String type, String value) {}

    static SameSql of(String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of(System.getProperty("plain.statements"), name));
            return new SameSql(lines.getFirst(), lines.stream().skip(1).map(SameSql::parameter).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Parameter parameter(String line) {
        String[] parts = line.split("\t", -1);
        return new Parameter(parts[0], parts[1], parts[2]);
    }

    void bind(PreparedStatement statement, Call call, JsonNode body, UUID[] members) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            switch (parameter.source) {
                case "members" ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", members));
                case "actor" -> statement.setObject(i + 1, call.actor().member());
                case "record" -> statement.setObject(i + 1, UUID.fromString(call.variable("id")));
                case "fresh" -> statement.setObject(i + 1, Ids.next());
                case "null" -> statement.setNull(i + 1, Types.OTHER);
                case "same" -> value(statement, i + 1, parameter.type, parameter.value);
                default -> {
                    JsonNode given = body.get(parameter.source);
                    value(statement, i + 1, parameter.type, given.isNumber() ? given.decimalValue().toString() : given.stringValue());
                }
            }
        }
    }

    private static void value(PreparedStatement statement, int at, String type, String value) throws SQLException {
        switch (type) {
            case "int4" -> statement.setInt(at, Integer.parseInt(value));
            case "uuid" -> statement.setObject(at, UUID.fromString(value));
            case "numeric" -> statement.setBigDecimal(at, new BigDecimal(value));
            case "date" -> statement.setObject(at, LocalDate.parse(value));
            default -> statement.setString(at, value);
        }
    }
}
