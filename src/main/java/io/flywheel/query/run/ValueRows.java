package io.flywheel.query.run;

import io.flywheel.query.Page;
import io.flywheel.query.plan.Kind;
import io.flywheel.query.plan.Output;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects rows as Java values. */
final class ValueRows implements RowSink {
    private final List<List<@Nullable Object>> values = new ArrayList<>();
    private List<Output> outputs = List.of();
    private @Nullable ResultSet rows;

    @Override
    public void begin(ResultSet result, List<Output> columns) {
        rows = result;
        outputs = columns;
    }

    @Override
    public void row() throws SQLException {
        ResultSet current = java.util.Objects.requireNonNull(rows);
        List<@Nullable Object> row = new ArrayList<>(outputs.size());
        for (Output output : outputs) {
            row.add(value(current, output.kind(), output.column()));
        }
        values.add(row);
    }

    List<List<@Nullable Object>> lists() {
        return values;
    }

    List<Map<String, @Nullable Object>> maps() {
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        for (List<@Nullable Object> row : values) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                map.put(outputs.get(i).name(), row.get(i));
            }
            maps.add(map);
        }
        return maps;
    }

    private static @Nullable Object value(ResultSet row, Kind kind, int column) throws SQLException {
        return switch (kind) {
            case TEXT -> row.getString(column);
            case NUMBER -> row.getBigDecimal(column);
            case INTEGER -> row.getObject(column) == null ? null : row.getInt(column);
            case DATE -> row.getObject(column, LocalDate.class);
            case MOMENT -> {
                OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
                yield moment == null ? null : moment.toInstant();
            }
            case YES_NO -> row.getObject(column, Boolean.class);
            case ID -> row.getObject(column, UUID.class);
            case TEXTS -> row.getArray(column) == null ? null : texts(row, column);
            case REFERENCE -> {
                UUID id = row.getObject(column, UUID.class);
                yield id == null ? null : new Page.Named(id, row.getString(column + 1));
            }
        };
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
