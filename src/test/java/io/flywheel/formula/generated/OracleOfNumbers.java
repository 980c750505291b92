package io.flywheel.formula.generated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is a number: exact decimals, quotients half up at 20 decimals, null from 10⁴⁰ on and for a divisor of 0. */
final class OracleOfNumbers {
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(40);
    private static final Pattern WRITTEN =
            Pattern.compile("[+-]?([0-9]{1,3}(,[0-9]{3}){1,12}|[0-9]{1,40})([.][0-9]{1,40})?");

    private OracleOfNumbers() {}

    static @Nullable BigDecimal answer(String sign, List<@Nullable Object> given) {
        if (given.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        return switch (sign) {
            case "length", "number" -> ofText(sign, (String) Objects.requireNonNull(given.getFirst()));
            case "hour" -> number(OracleOfDays.local(given.getFirst()).getHour());
            case "businessMinutes" -> OracleOfDays.minutes(given.get(0), given.get(1));
            case "year", "quarterOf", "monthOf", "day", "weekday" ->
                number(OracleOfDays.part(sign, OracleOfDays.certain(given.getFirst())));
            case "daysBetween", "monthsBetween", "workdaysBetween" ->
                OracleOfDays.between(sign, OracleOfDays.certain(given.get(0)), OracleOfDays.certain(given.get(1)));
            case "-" -> isTime(given.getFirst()) ? days(given) : arithmetic(sign, given);
            default -> arithmetic(sign, given);
        };
    }

    private static boolean isTime(@Nullable Object value) {
        return value instanceof LocalDate || value instanceof Instant;
    }

    private static @Nullable BigDecimal days(List<@Nullable Object> given) {
        return OracleOfDays.between(
                "daysBetween", OracleOfDays.certain(given.get(1)), OracleOfDays.certain(given.get(0)));
    }

    private static @Nullable BigDecimal arithmetic(String sign, List<@Nullable Object> given) {
        BigDecimal first = (BigDecimal) Objects.requireNonNull(given.getFirst());
        BigDecimal second = given.size() > 1 ? (BigDecimal) Objects.requireNonNull(given.get(1)) : BigDecimal.ZERO;
        return switch (sign) {
            case "+" -> first.add(second);
            case "-" -> given.size() == 1 ? first.negate() : first.subtract(second);
            case "*" -> bounded(first.multiply(second));
            case "/", "ratio" -> quotient(first, second);
            case "%" -> second.signum() == 0 ? null : first.remainder(second);
            case "abs" -> first.abs();
            case "sign" -> number(first.signum());
            case "floor" -> first.setScale(0, RoundingMode.FLOOR);
            case "ceil" -> first.setScale(0, RoundingMode.CEILING);
            case "round" -> first.setScale(clamped(second, -20, 20), RoundingMode.HALF_UP);
            default -> throw new IllegalArgumentException(sign);
        };
    }

    static @Nullable BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : bounded(dividend.divide(divisor, 20, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal bounded(BigDecimal number) {
        return number.abs().compareTo(LIMIT) < 0 ? number : null;
    }

    private static @Nullable BigDecimal ofText(String sign, String text) {
        if (sign.equals("length")) {
            return number(text.codePointCount(0, text.length()));
        }
        String trimmed = OracleOfTexts.trimmed(text);
        return WRITTEN.matcher(trimmed).matches() ? new BigDecimal(trimmed.replace(",", "")) : null;
    }

    static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    /** Decimals dropped, and no less or more than the bounds. */
    static int clamped(BigDecimal number, int low, int high) {
        return number.max(number(low)).min(number(high)).intValue();
    }
}
