package io.flywheel.demo.company;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;

/** The company's time: two years that end now. */
record Time(ZonedDateTime now, int months) {
    LocalDate today() {
        return now.toLocalDate();
    }

    LocalDate start() {
        return today().minusMonths(months).withDayOfMonth(1);
    }

    ZoneId zone() {
        return now.getZone();
    }

    /** In office hours of that day or the next working day, never later than now. */
    OffsetDateTime inOffice(LocalDate day, Dice dice) {
        ZonedDateTime at =
                workday(day).atTime(dice.between(9, 17), dice.between(0, 59)).atZone(zone());
        return (at.isAfter(now) ? now.minusMinutes(dice.between(1, 180)) : at).toOffsetDateTime();
    }

    LocalDate workday(LocalDate day) {
        LocalDate found = day;
        while (found.getDayOfWeek() == DayOfWeek.SATURDAY || found.getDayOfWeek() == DayOfWeek.SUNDAY) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** A working day that is not in the future. */
    LocalDate pastWorkday(LocalDate day) {
        LocalDate found = workday(day);
        while (found.isAfter(today())) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** 0 is this quarter, -1 the one before. */
    int quarter(LocalDate day) {
        return index(day) - index(today());
    }

    private static int index(LocalDate day) {
        return day.getYear() * 4 + day.get(IsoFields.QUARTER_OF_YEAR);
    }
}
