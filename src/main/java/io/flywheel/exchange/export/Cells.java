package io.flywheel.exchange.export;

import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Texts;
import io.flywheel.query.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record's values as people write them in a table, and as an import reads them again: titles of records, labels of
 * options, moments in the workspace's zone. A number stays a {@code BigDecimal}, a day a {@code LocalDate}, a moment
 * becomes a {@code LocalDateTime}; all else is text.
 */
record Cells(Actor actor) {
    @Nullable
    Object of(FieldDefinition field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Page.Named named -> named.title() == null ? named.id().toString() : named.title();
            case Boolean yes -> Texts.text(actor.language(), yes ? "exchange.yes" : "exchange.no", Map.of());
            case Instant moment ->
                LocalDateTime.ofInstant(moment, actor.workspace().zone()).truncatedTo(ChronoUnit.SECONDS);
            case Integer number -> BigDecimal.valueOf(number);
            case List<?> keys -> several(field, keys);
            case String text -> label(options(field), text);
            default -> value;
        };
    }

    private String several(FieldDefinition field, List<?> keys) {
        Map<String, FieldType.Option> options = options(field);
        return keys.stream().map(key -> label(options, key.toString())).collect(Collectors.joining("; "));
    }

    private static Map<String, FieldType.Option> options(FieldDefinition field) {
        return switch (ColumnType.result(field.type())) {
            case FieldType.Choice choice -> choice.options();
            case FieldType.MultiChoice choice -> choice.options();
            default -> Map.of();
        };
    }

    private String label(Map<String, FieldType.Option> options, String key) {
        FieldType.Option option = options.get(key);
        return option == null ? key : option.label().in(actor.language());
    }
}
