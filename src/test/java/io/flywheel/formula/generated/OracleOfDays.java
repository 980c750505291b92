package io.flywheel.formula.generated;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calendar from 0001-01-01 to 9999-12-31; what would leave it is null. A moment counts as its day in the zone. */
final class OracleOfDays {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final LocalDate CALENDAR_FROM = LocalDate.of(2000, 1, 1);
    private static final LocalDate CALENDAR_TO = LocalDate.of(2050, 12, 31);
    private static final int OPENS = 9 * 60;
    private static final int CLOSES = 18 * 60;
    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{4})([-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))");

    private OracleOfDays() {}

    static @Nullable LocalDate day(@Nullable Object time) {
        return time == null ? null : certain(time);
    }

    static LocalDate certain(@Nullable Object time) {
        return time instanceof LocalDate day ? day : local(time).toLocalDate();
    }

    static @Nullable Instant moment(@Nullable Object time) {
        return time instanceof LocalDate day ? day.atStartOfDay(World.ZONE).toInstant() : (Instant) time;
    }

    static LocalDateTime local(@Nullable Object time) {
        return LocalDateTime.ofInstant(Objects.requireNonNull(moment(time)), World.ZONE);
    }

    static @Nullable LocalDate answer(String sign, List<@Nullable Object> given) {
        if (given.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        if (sign.equals("date")) {
            return given.size() == 1 ? read((String) Objects.requireNonNull(given.getFirst())) : made(given);
        }
        LocalDate day = certain(given.getFirst());
        return switch (sign) {
            case "+", "addDays" -> moved(day, number(given.get(1)), ChronoUnit.DAYS);
            case "-" -> moved(day, number(given.get(1)).negate(), ChronoUnit.DAYS);
            case "addMonths" -> moved(day, number(given.get(1)), ChronoUnit.MONTHS);
            case "startOfYear" -> day.withDayOfYear(1);
            case "startOfQuarter" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case "startOfMonth" -> day.withDayOfMonth(1);
            case "startOfWeek" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> throw new IllegalArgumentException(sign);
        };
    }

    private static BigDecimal number(@Nullable Object value) {
        return (BigDecimal) Objects.requireNonNull(value);
    }

    private static @Nullable LocalDate moved(LocalDate day, BigDecimal by, ChronoUnit unit) {
        LocalDate moved = day.plus(OracleOfNumbers.clamped(by, -5_000_000, 5_000_000), unit);
        return moved.isBefore(FIRST) || moved.isAfter(LAST) ? null : moved;
    }

    private static @Nullable LocalDate made(List<@Nullable Object> given) {
        return made(
                OracleOfNumbers.clamped(number(given.get(0)), 0, 10_000),
                OracleOfNumbers.clamped(number(given.get(1)), 0, 13),
                OracleOfNumbers.clamped(number(given.get(2)), 0, 32));
    }

    private static @Nullable LocalDate made(int year, int month, int day) {
        try {
            return year < 1 || year > 9999 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate read(String text) {
        Matcher parts = WRITTEN.matcher(OracleOfTexts.trimmed(text));
        if (!parts.matches()) {
            return null;
        }
        boolean signs = parts.group(3) != null;
        return made(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(signs ? 3 : 5)),
                Integer.parseInt(parts.group(signs ? 4 : 6)));
    }

    static int part(String sign, LocalDate day) {
        return switch (sign) {
            case "year" -> day.getYear();
            case "quarterOf" -> day.get(IsoFields.QUARTER_OF_YEAR);
            case "monthOf" -> day.getMonthValue();
            case "day" -> day.getDayOfMonth();
            case "weekday" -> day.getDayOfWeek().getValue();
            default -> throw new IllegalArgumentException(sign);
        };
    }

    static String label(String sign, LocalDate day) {
        // The fiscal year bears the number of the year in which it ends.
        YearMonth fiscal = YearMonth.from(day).plusMonths((13 - World.FISCAL_YEAR_STARTS_IN) % 12);
        return switch (sign) {
            case "quarter" -> "%04d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case "month" -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
            case "week" ->
                "%04d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "fiscalYear" -> "FY%04d".formatted(fiscal.getYear());
            case "fiscalQuarter" -> "FY%04d-Q%d".formatted(fiscal.getYear(), fiscal.get(IsoFields.QUARTER_OF_YEAR));
            default -> throw new IllegalArgumentException(sign);
        };
    }

    static @Nullable BigDecimal between(String sign, LocalDate from, LocalDate to) {
        return switch (sign) {
            case "daysBetween" -> OracleOfNumbers.number(ChronoUnit.DAYS.between(from, to));
            case "monthsBetween" -> OracleOfNumbers.number(ChronoUnit.MONTHS.between(from, to));
            default -> inCalendar(from) && inCalendar(to) ? OracleOfNumbers.number(workdays(from, to)) : null;
        };
    }

    private static boolean inCalendar(LocalDate day) {
        return !day.isBefore(CALENDAR_FROM) && !day.isAfter(CALENDAR_TO);
    }

    /** Mondays to Fridays from the first day on, the second not counted; backwards below 0. */
    private static long workdays(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workdays(to, from);
        }
        long weeks = ChronoUnit.DAYS.between(from, to) / 7;
        return weeks * 5
                + from.plusDays(weeks * 7)
                        .datesUntil(to)
                        .filter(OracleOfDays::works)
                        .count();
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek().getValue() < 6;
    }

    /** Whole minutes of working time, by the clock on the wall; seconds do not count. */
    static @Nullable BigDecimal minutes(@Nullable Object from, @Nullable Object to) {
        LocalDateTime first = local(from);
        LocalDateTime last = local(to);
        if (!inCalendar(first.toLocalDate()) || !inCalendar(last.toLocalDate())) {
            return null;
        }
        long days = workdays(first.toLocalDate(), last.toLocalDate()) * (CLOSES - OPENS);
        return OracleOfNumbers.number(days + worked(last) - worked(first));
    }

    private static int worked(LocalDateTime time) {
        int minute = time.getHour() * 60 + time.getMinute();
        return works(time.toLocalDate()) ? Math.clamp(minute, OPENS, CLOSES) - OPENS : 0;
    }
}
