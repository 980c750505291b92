package io.flywheel.performance.value;

import io.flywheel.calendar.CalendarDays;
import io.flywheel.performance.Pace;
import io.flywheel.performance.Period;
import io.flywheel.query.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** How far a period is, by the business calendar: one statement. */
final class ClockReader {
    private static final Field<LocalDate> DAY = DSL.field(DSL.name("day"), SQLDataType.LOCALDATE);
    private static final Field<String> CALENDAR = DSL.field(DSL.name("calendar"), SQLDataType.CLOB);
    private static final Field<Integer> BEFORE = DSL.field(DSL.name("workdays_before"), SQLDataType.INTEGER);

    private ClockReader() {}

    /** @return null if the period is open */
    static Pace.@Nullable Clock read(Desk.Papers papers, Period period) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (from == null || to == null) {
            return null;
        }
        LocalDate tomorrow = papers.today().plusDays(1);
        LocalDate at = tomorrow.isBefore(from) ? from : tomorrow.isAfter(to) ? to : tomorrow;
        CalendarDays calendar = CalendarDays.of(papers.actor().workspace().schema());
        Statement statement = Statement.of(DSL.select(DAY, BEFORE)
                .from(calendar.table())
                .where(CALENDAR.eq(calendar.name()))
                .and(DAY.in(from, at, to)));
        record Total(LocalDate day, long before) {}
        Map<LocalDate, Long> before = new HashMap<>();
        papers.reader()
                .run(statement, row -> new Total(row.getObject(1, LocalDate.class), row.getLong(2)))
                .forEach(total -> before.put(total.day(), total.before()));
        long passed = ChronoUnit.DAYS.between(from, at);
        long days = ChronoUnit.DAYS.between(from, to);
        Long start = before.get(from);
        Long here = before.get(at);
        Long end = before.get(to);
        return start == null || here == null || end == null
                ? new Pace.Clock(0, 0, passed, days)
                : new Pace.Clock(here - start, end - start, passed, days);
    }
}
