package io.flywheel.query.run;

import io.flywheel.query.plan.Kind;
import io.flywheel.query.plan.ListPlan;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sort keys as texts for a cursor, and back, without losing a digit. */
final class KeyValues {
    private KeyValues() {}

    /** The keys of the current row. */
    static List<@Nullable String> of(ResultSet row, List<ListPlan.Key> keys) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (ListPlan.Key key : keys) {
            Object value = value(row, key.kind(), key.column());
            values.add(
                    switch (value) {
                        case null -> null;
                        case BigDecimal number -> number.toPlainString();
                        default -> value.toString();
                    });
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, Kind kind, int column) throws SQLException {
        return switch (kind) {
            case NUMBER -> row.getBigDecimal(column);
            case DATE -> row.getObject(column, LocalDate.class);
            case MOMENT -> row.getObject(column, OffsetDateTime.class);
            case ID, REFERENCE -> row.getObject(column, UUID.class);
            case YES_NO -> row.getObject(column, Boolean.class);
            case TEXT, INTEGER, TEXTS -> row.getString(column);
        };
    }

    /** The values to bind, typed as the keys are. */
    static List<@Nullable Object> typed(List<@Nullable String> texts, List<ListPlan.Key> keys) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            values.add(text == null ? null : typed(text, keys.get(i).kind()));
        }
        return values;
    }

    private static Object typed(String text, Kind kind) {
        return switch (kind) {
            case NUMBER -> new BigDecimal(text);
            case INTEGER -> Integer.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case MOMENT -> OffsetDateTime.parse(text);
            case YES_NO -> Boolean.valueOf(text);
            case ID, REFERENCE -> UUID.fromString(text);
            case TEXT, TEXTS -> text;
        };
    }
}
