package io.flywheel.record.write;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.kernel.Ids;
import io.flywheel.query.Slot;
import io.flywheel.record.plan.Parameters;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values behind a write's slots: of one row plainly, of many as arrays by column.
 *
 * @param sight which records of other objects may be named
 */
record Binding(
        UUID actor,
        @Nullable UUID cause,
        List<FieldDefinition> fields,
        List<Prepared> rows,
        boolean many,
        RowScope reach,
        Function<String, RowScope> sight) {

    @Nullable
    Object value(Slot slot) {
        return switch (slot) {
            case Slot.Constant constant -> constant.value();
            case Slot.Me _ -> actor;
            case Slot.Owners owners -> members(sight.apply(owners.object()));
            case Slot.Units _, Slot.Revision _ -> throw new IllegalStateException("no such slot in a write: " + slot);
            case Slot.Parameter parameter -> parameter(parameter);
        };
    }

    static UUID[] members(RowScope scope) {
        return switch (scope) {
            case RowScope.All _, RowScope.None _ -> new UUID[0];
            case RowScope.Owners owners -> owners.members().toArray(UUID[]::new);
            case RowScope.Through through -> members(through.scope());
        };
    }

    private @Nullable Object parameter(Slot.Parameter parameter) {
        if (parameter.equals(Parameters.CAUSE)) {
            return cause;
        }
        if (parameter.equals(Parameters.REACH)) {
            return members(reach);
        }
        if (parameter.equals(Parameters.NUMBER)) {
            return column(Integer.class, Prepared::number);
        }
        if (parameter.equals(Parameters.ID)) {
            return column(UUID.class, Prepared::id);
        }
        if (parameter.equals(Parameters.VERSION)) {
            return column(Integer.class, Prepared::version);
        }
        if (parameter.equals(Parameters.EVENT_ID)) {
            return column(UUID.class, row -> Ids.next());
        }
        int index = Parameters.givenIndex(parameter);
        FieldType type = fields.get(index).type();
        return column(
                javaType(type),
                row -> type instanceof FieldType.MultiChoice
                        ? arrayText((String @Nullable []) row.values()[index])
                        : row.values()[index]);
    }

    private @Nullable Object column(Class<?> type, Function<Prepared, @Nullable Object> value) {
        if (!many) {
            return value.apply(rows.getFirst());
        }
        @Nullable Object[] all = (@Nullable Object[]) Array.newInstance(type, rows.size());
        for (int i = 0; i < all.length; i++) {
            all[i] = value.apply(rows.get(i));
        }
        return all;
    }

    private static Class<?> javaType(FieldType type) {
        return switch (ColumnType.sql(type)) {
            case "numeric" -> BigDecimal.class;
            case "date" -> LocalDate.class;
            case "timestamptz" -> OffsetDateTime.class;
            case "boolean" -> Boolean.class;
            case "uuid" -> UUID.class;
            default -> String.class;
        };
    }

    /** An array as PostgreSQL reads it from text. */
    private static @Nullable String arrayText(String @Nullable [] values) {
        if (values == null) {
            return null;
        }
        StringBuilder text = new StringBuilder("{");
        for (String value : values) {
            text.append(text.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text.append('}').toString();
    }
}
