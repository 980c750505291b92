package io.flywheel.calendar;

import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Where statements find a business calendar: one row per calendar and day with running totals, so that working time
 * between two moments is a subtraction. Columns: {@code calendar, day, opens integer[], closes integer[]} (minutes of
 * the day), {@code minutes_before bigint, workdays_before integer} (totals of all days before).
 *
 * @param table {@code sys_calendar_day} of the workspace, without an alias
 * @param name which calendar
 */
public record CalendarDays(Table<?> table, String name) {
    public static final String DEFAULT = "default";

    /** The default calendar of the workspace that lives in {@code schema}. */
    public static CalendarDays of(String schema) {
        return new CalendarDays(DSL.table(DSL.name(schema, "sys_calendar_day")), DEFAULT);
    }
}
