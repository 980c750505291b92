package io.flywheel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement and what is bound to its question marks. Values are bound, never spliced into the text.
 *
 * @param binds String, BigDecimal, Integer, Long, Boolean, UUID, LocalDate, Instant, OffsetDateTime, an array of these
 *     ({@code String[]}, {@code UUID[]}, …) or null
 */
public record Sql(String text, List<@Nullable Object> binds) {
    public static Sql of(String text, @Nullable Object... binds) {
        return new Sql(text, Arrays.asList(binds));
    }

    /** One row of a result to one thing. */
    @FunctionalInterface
    public interface Row<T> {
        T from(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.from(rows));
            }
            return all;
        }
    }

    public <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.from(rows)) : Optional.empty();
        }
    }

    /** @return rows changed */
    public int run(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    /** Ready to execute; the caller closes it. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        int position = 1;
        for (Object bind : binds) {
            bind(statement, position++, bind);
        }
        return statement;
    }

    /** Binds one value by its Java type. */
    public static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(position, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            case Object[] array ->
                statement.setArray(position, statement.getConnection().createArrayOf(elementType(array), array));
            case null -> statement.setObject(position, null);
            default -> statement.setObject(position, value);
        }
    }

    private static String elementType(Object[] array) {
        return switch (array) {
            case java.util.UUID[] ignored -> "uuid";
            case java.math.BigDecimal[] ignored -> "numeric";
            case Integer[] ignored -> "int4";
            case Long[] ignored -> "int8";
            case Boolean[] ignored -> "bool";
            case java.time.LocalDate[] ignored -> "date";
            case OffsetDateTime[] ignored -> "timestamptz";
            default -> "text";
        };
    }
}
