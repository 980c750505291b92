package io.flywheel.performance;

import io.flywheel.kernel.Problem;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;

/** How finely time is cut. */
public enum Grain {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** @throws Problem.Malformed if there is no such grain */
    public static Grain of(String text) {
        for (Grain grain : values()) {
            if (grain.text().equals(text)) {
                return grain;
            }
        }
        throw new Problem.Malformed("performance.grain-unreadable", Map.of("grain", text));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The period that starts on {@code first}, as {@link Period} reads it. */
    public String label(LocalDate first) {
        return switch (this) {
            case DAY -> first.toString();
            case WEEK ->
                "%d-W%02d"
                        .formatted(first.get(IsoFields.WEEK_BASED_YEAR), first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> first.toString().substring(0, 7);
            case QUARTER -> first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> String.valueOf(first.getYear());
        };
    }

    /** The first day of the span that holds {@code day}. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.get(IsoFields.QUARTER_OF_YEAR) - 1) * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the span after the one that starts on {@code first}. */
    public LocalDate next(LocalDate first) {
        return switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }
}
