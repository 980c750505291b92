package io.flywheel.record.value;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Nearest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A typed value made to fit its field: cut to its digits (half up), empty text to null; or a fault. Every value passes
 * here once, whether it came from a form, an import or a flow.
 */
public final class FittingValue {
    private static final int LARGEST_WHOLE_DIGITS = 20;
    private static final int LARGEST_SCALE = 1_000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()./#*,;a-zA-Z-]{2,49}");
    private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s/]+\\S*");

    private FittingValue() {}

    /** @return the value as it is stored; null also when a fault was found */
    public static @Nullable Object of(FieldDefinition field, @Nullable Object value, Consumer<Fault> faults) {
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case FieldType.Text text -> text(field, value, text.length(), faults);
            case FieldType.LongText text -> text(field, value, text.length(), faults);
            case FieldType.Phone ignored -> matching(field, value, PHONE, "record.not-a-phone", faults);
            case FieldType.Email ignored -> matching(field, value, EMAIL, "record.not-an-email", faults);
            case FieldType.Link ignored -> matching(field, value, LINK, "record.not-a-link", faults);
            case FieldType.Number number -> number(field, value, number.digits(), faults);
            case FieldType.Money money -> number(field, value, money.digits(), faults);
            case FieldType.Percent percent -> number(field, value, percent.digits(), faults);
            case FieldType.Date ignored -> date(field, value, faults);
            case FieldType.DateTime ignored -> moment(field, value, faults);
            case FieldType.YesNo ignored -> value;
            case FieldType.Choice choice -> option(field, (String) value, choice.options(), faults);
            case FieldType.MultiChoice choice -> options(field, (String[]) value, choice.options(), faults);
            case FieldType.Referring ignored -> value;
            case FieldType.Computed ignored -> refused(field, "record.field-computed", faults);
            case FieldType.Lines ignored -> refused(field, "record.field-computed", faults);
        };
    }

    private static @Nullable Object refused(FieldDefinition field, String code, Consumer<Fault> faults) {
        faults.accept(Fault.of(field.name(), code, "field", field.label()));
        return null;
    }

    private static @Nullable Object text(FieldDefinition field, Object value, int length, Consumer<Fault> faults) {
        String text = (String) value;
        if (text.chars().anyMatch(unit -> unit == 0)
                || text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
            return refused(field, "record.text-unreadable", faults);
        }
        int given = text.codePointCount(0, text.length());
        if (given > length) {
            faults.accept(new Fault(
                    field.name(),
                    "record.text-too-long",
                    Map.of("field", field.label(), "length", given, "longest", length)));
            return null;
        }
        return text.isBlank() ? null : text;
    }

    private static @Nullable Object matching(
            FieldDefinition field, Object value, Pattern pattern, String code, Consumer<Fault> faults) {
        Object text = text(field, ((String) value).strip(), 500, faults);
        return text == null || pattern.matcher((String) text).matches() ? text : refused(field, code, faults);
    }

    private static @Nullable Object number(FieldDefinition field, Object value, int digits, Consumer<Fault> faults) {
        BigDecimal number = (BigDecimal) value;
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if ((long) number.precision() - number.scale() > LARGEST_WHOLE_DIGITS || number.scale() > LARGEST_SCALE) {
            return refused(field, "record.number-too-large", faults);
        }
        return number.scale() > digits ? number.setScale(digits, RoundingMode.HALF_UP) : number;
    }

    private static @Nullable Object date(FieldDefinition field, Object value, Consumer<Fault> faults) {
        int year = ((LocalDate) value).getYear();
        return year >= 1 && year <= 9999 ? value : refused(field, "record.date-out-of-range", faults);
    }

    private static @Nullable Object moment(FieldDefinition field, Object value, Consumer<Fault> faults) {
        int year = ((OffsetDateTime) value).getYear();
        return year >= 1 && year <= 9999 ? value : refused(field, "record.date-out-of-range", faults);
    }

    private static @Nullable Object option(
            FieldDefinition field, String key, Map<String, FieldType.Option> options, Consumer<Fault> faults) {
        FieldType.Option option = options.get(key);
        if (option != null && !option.retired()) {
            return key;
        }
        String hint = Nearest.to(key, options.keySet()).orElse(String.join(", ", options.keySet()));
        faults.accept(new Fault(
                field.name(),
                option == null ? "record.no-such-option" : "record.option-retired",
                Map.of("field", field.label(), "option", key, "nearest", hint)));
        return null;
    }

    private static @Nullable Object options(
            FieldDefinition field, String[] keys, Map<String, FieldType.Option> options, Consumer<Fault> faults) {
        for (String key : keys) {
            option(field, key, options, faults);
        }
        return keys.length == 0 ? null : Arrays.stream(keys).distinct().toArray(String[]::new);
    }
}
