package io.flywheel.record.write;

import io.flywheel.query.Slot;
import io.flywheel.query.Statement;
import io.flywheel.record.plan.Edge;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs compiled statements and reads what they answer. */
final class Answers {
    /** Reads one row of an answer. */
    @FunctionalInterface
    interface Row<T> {
        T from(ResultSet row) throws SQLException;
    }

    private Answers() {}

    static <T> List<T> of(
            Connection connection, Statement statement, Function<Slot, @Nullable Object> value, Row<T> row)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.text())) {
            statement.bind(prepared, value);
            try (ResultSet rows = prepared.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.from(rows));
                }
                return all;
            }
        }
    }

    static Written written(ResultSet row, List<Edge> edges) throws SQLException {
        return new Written(
                row.getInt(1),
                row.getObject(2, UUID.class),
                integer(row, 3),
                integer(row, 4),
                row.getBoolean(5),
                positions(row.getArray(6)),
                positions(row.getArray(7)),
                moves(row, 8, edges));
    }

    /** The parents and contributions that follow from a column on, one group per edge. */
    static List<Written.Move> moves(ResultSet row, int first, List<Edge> edges) throws SQLException {
        List<Written.Move> moves = new ArrayList<>(edges.size());
        int column = first;
        for (Edge edge : edges) {
            UUID from = row.getObject(column++, UUID.class);
            UUID to = row.getObject(column++, UUID.class);
            List<BigDecimal> before = new ArrayList<>();
            List<BigDecimal> after = new ArrayList<>();
            for (int i = 0; i < edge.deltas().size(); i++) {
                before.add(number(row, column++));
                after.add(number(row, column++));
            }
            moves.add(new Written.Move(from, to, before, after));
        }
        return moves;
    }

    private static BigDecimal number(ResultSet row, int column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? BigDecimal.ZERO : number;
    }

    private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static List<Integer> positions(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }
}
