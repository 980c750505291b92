package io.flywheel.formula.sql;

import io.flywheel.formula.Columns;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** A difference of two running totals of the business calendar; null outside its years. */
public record Calendared(boolean minutes) implements Operation {
    @Override
    public String template(int arguments) {
        String total = minutes ? Calendared.MINUTES : Calendared.DAYS;
        return "(" + total.replace("{at}", "{1}") + " - " + total.replace("{at}", "{0}") + ")";
    }

    private static final String DAYS =
            "(select cast(d.workdays_before as numeric) from {2} as d where d.calendar = {3} and d.day = {at})";

    /** The argument is read once, into t; seconds are dropped. */
    private static final String MINUTES =
            "(select cast(d.minutes_before + coalesce((select sum(greatest(0, least(t.minute, p.closes) - p.opens))"
                    + " from unnest(d.opens, d.closes) as p(opens, closes)), 0) as numeric)"
                    + " from (select cast(s.moment as date) as day,"
                    + " cast(extract(hour from s.moment) * 60 + extract(minute from s.moment) as integer) as minute"
                    + " from (select {at} at time zone {4} as moment offset 0) as s) as t"
                    + " join {2} as d on d.calendar = {3} and d.day = t.day)";

    @Override
    public List<QueryPart> surroundings(Columns columns) {
        return List.of(columns.calendar().table(), DSL.inline(columns.calendar().name()), Zoned.zone(columns.zone()));
    }

    @Override
    public boolean subselects() {
        return true;
    }
}
