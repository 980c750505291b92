package io.flywheel.performance;

import io.flywheel.kernel.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of days: {@code 2017}, {@code 2017-Q3}, {@code 2017-03}, {@code 2017-W09} (ISO week), {@code 2017-03-05},
 * {@code FY2018} or {@code FY2018-Q1} (named by the year in which the fiscal year ends), {@code 2017-01-01..2017-03-31}
 * (both days included) or {@code all}.
 *
 * @param text as it was written
 * @param from the first day, null = since ever
 * @param to the day after the last, null = for ever
 */
public record Period(
        String text, @Nullable LocalDate from, @Nullable LocalDate to) {
    private static final Pattern SHAPE =
            Pattern.compile("(FY)?(\\d{4})(?:-(?:Q([1-4])|W(\\d{2})|(\\d{2})(?:-(\\d{2}))?))?");

    /**
     * @param fiscalYearStart month, 1 to 12
     * @throws Problem.Malformed if it is none of these
     */
    public static Period of(String text, int fiscalYearStart) {
        try {
            if (text.equals("all")) {
                return new Period(text, null, null);
            }
            int dots = text.indexOf("..");
            return withinReason(dots > 0 ? range(text, dots) : single(text, fiscalYearStart));
        } catch (DateTimeException e) {
            throw malformed(text);
        }
    }

    /** The years 1 to 9999, which every date of a record lies in. */
    private static Period withinReason(Period period) {
        LocalDate from = period.from;
        LocalDate to = period.to;
        if (from == null || to == null || from.getYear() < 1 || to.minusDays(1).getYear() > 9999) {
            throw malformed(period.text);
        }
        return period;
    }

    /**
     * The span of the same length just before: of whole months as many months, else as many days; null if it is open.
     * Its text is the usual one where there is one ({@code 2026-Q3} before {@code 2026-Q4}), else its two days.
     */
    public @Nullable Period before() {
        if (from == null || to == null) {
            return null;
        }
        boolean months = from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
        LocalDate first = months
                ? from.minusMonths(ChronoUnit.MONTHS.between(from, to))
                : from.minusDays(ChronoUnit.DAYS.between(from, to));
        return first.getYear() < 1 ? null : new Period(name(first, from), first, from);
    }

    private static String name(LocalDate first, LocalDate end) {
        for (Grain grain : Grain.values()) {
            if (grain.start(first).equals(first) && grain.next(first).equals(end)) {
                return grain.label(first);
            }
        }
        return first + ".." + end.minusDays(1);
    }

    /** Its last day; null = for ever. */
    public @Nullable LocalDate last() {
        return to == null ? null : to.minusDays(1);
    }

    private static Period range(String text, int dots) {
        LocalDate from = LocalDate.parse(text.substring(0, dots));
        LocalDate last = LocalDate.parse(text.substring(dots + 2));
        if (last.isBefore(from)) {
            throw malformed(text);
        }
        return new Period(text, from, last.plusDays(1));
    }

    private static Period single(String text, int fiscalYearStart) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw malformed(text);
        }
        int year = Integer.parseInt(matcher.group(2));
        if (matcher.group(1) != null) {
            return fiscal(text, matcher, year, fiscalYearStart);
        }
        if (matcher.group(3) != null) {
            return months(text, YearMonth.of(year, Integer.parseInt(matcher.group(3)) * 3 - 2), 3);
        }
        if (matcher.group(4) != null) {
            return week(text, year, Integer.parseInt(matcher.group(4)));
        }
        if (matcher.group(6) != null) {
            LocalDate day = LocalDate.parse(text);
            return new Period(text, day, day.plusDays(1));
        }
        return matcher.group(5) != null
                ? months(text, YearMonth.of(year, Integer.parseInt(matcher.group(5))), 1)
                : months(text, YearMonth.of(year, 1), 12);
    }

    private static Period fiscal(String text, Matcher matcher, int year, int start) {
        if (matcher.group(4) != null || matcher.group(5) != null) {
            throw malformed(text);
        }
        YearMonth first = YearMonth.of(start == 1 ? year : year - 1, start);
        return matcher.group(3) == null
                ? months(text, first, 12)
                : months(text, first.plusMonths((Integer.parseInt(matcher.group(3)) - 1) * 3L), 3);
    }

    private static Period week(String text, int year, int week) {
        LocalDate day = LocalDate.of(year, 1, 4); // always in week 1
        long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(day).getMaximum();
        if (week < 1 || week > weeks) {
            throw malformed(text);
        }
        LocalDate monday = day.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(java.time.DayOfWeek.MONDAY);
        return new Period(text, monday, monday.plusDays(7));
    }

    private static Period months(String text, YearMonth first, int months) {
        return new Period(text, first.atDay(1), first.plusMonths(months).atDay(1));
    }

    private static Problem.Malformed malformed(String text) {
        return new Problem.Malformed("performance.period-unreadable", Map.of("period", text));
    }
}
