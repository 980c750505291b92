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
            "(select cast(f_d.workdays_before as numeric) from {2} as f_d where f_d.calendar = {3} and f_d.day = {at})";

    /** The argument is read once, into t; seconds are dropped. */
    private static final String MINUTES =
            "(select cast(f_d.minutes_before + coalesce((select sum(greatest(0, least(f_t.minute, f_p.closes) - f_p.opens))"
                    + " from unnest(f_d.opens, f_d.closes) as f_p(opens, closes)), 0) as numeric)"
                    + " from (select cast(f_s.moment as date) as day,"
                    + " cast(extract(hour from f_s.moment) * 60 + extract(minute from f_s.moment) as integer) as minute"
                    + " from (select {at} at time zone {4} as moment offset 0) as f_s) as f_t"
                    + " join {2} as f_d on f_d.calendar = {3} and f_d.day = f_t.day)";

    @Override
    public List<QueryPart> surroundings(Columns columns) {
        return List.of(columns.calendar().table(), DSL.inline(columns.calendar().name()), Zoned.zone(columns.zone()));
    }

    @Override
    public boolean subselects() {
        return true;
    }
}
