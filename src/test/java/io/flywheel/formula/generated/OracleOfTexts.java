package io.flywheel.formula.generated;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts: never empty (that is null), at most 100,000 characters; a character is a code point. */
final class OracleOfTexts {
    private static final int LONGEST = 100_000;
    private static final int LONGEST_REPLACEMENT = 200;
    private static final String SPACES = " \t\n\r\u00A0\u3000";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private OracleOfTexts() {}

    static @Nullable Object answer(String sign, List<@Nullable Object> given) {
        if (sign.equals("&")) {
            return text(shown(given.get(0)) + shown(given.get(1)));
        }
        if (sign.equals("text")) {
            return text(shown(given.getFirst()));
        }
        if (sign.equals("replace")) {
            return replaced((String) given.get(0), (String) given.get(1), (String) given.get(2));
        }
        if (given.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        Object first = Objects.requireNonNull(given.getFirst());
        return switch (sign) {
            case "quarter", "month", "week", "fiscalYear", "fiscalQuarter" ->
                OracleOfDays.label(sign, OracleOfDays.certain(first));
            case "includes" -> ((List<?>) first).contains(given.get(1));
            default -> ofText(sign, (String) first, given);
        };
    }

    private static @Nullable Object ofText(String sign, String text, List<@Nullable Object> given) {
        return switch (sign) {
            case "lower" -> low(text);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "trim" -> text(trimmed(text));
            case "left" -> part(text, 0, count(given.get(1)));
            case "right" -> part(text, Math.max(0, length(text) - count(given.get(1))), LONGEST);
            case "mid" -> part(text, from(given.get(1)) - 1, count(given.get(2)));
            case "contains" -> low(text).contains(low((String) given.get(1)));
            case "startsWith" -> low(text).startsWith(low((String) given.get(1)));
            case "endsWith" -> low(text).endsWith(low((String) given.get(1)));
            default -> throw new IllegalArgumentException(sign);
        };
    }

    private static int count(@Nullable Object number) {
        return OracleOfNumbers.clamped((BigDecimal) Objects.requireNonNull(number), 0, LONGEST);
    }

    private static int from(@Nullable Object number) {
        return OracleOfNumbers.clamped((BigDecimal) Objects.requireNonNull(number), 1, 2 * LONGEST);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String low(@Nullable String text) {
        return Objects.requireNonNull(text).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(String made) {
        return part(made, 0, LONGEST);
    }

    private static @Nullable String part(String text, int start, int count) {
        String part = text.codePoints()
                .skip(start)
                .limit(count)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return part.isEmpty() ? null : part;
    }

    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && SPACES.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && SPACES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Null replaces by nothing. */
    private static @Nullable String replaced(@Nullable String text, @Nullable String sought, @Nullable String by) {
        if (text == null || sought == null) {
            return null;
        }
        String put = by == null ? null : part(by, 0, LONGEST_REPLACEMENT);
        return text(text.replace(sought, put == null ? "" : put));
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case LocalDate day -> day.toString();
            case Instant moment -> OracleOfDays.local(moment).format(MOMENT);
            case List<?> options -> options.stream().map(Object::toString).collect(Collectors.joining(", "));
            case Object other -> other.toString();
        };
    }
}
