package io.flywheel.performance.value;

import io.flywheel.formula.Formula;
import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import io.flywheel.performance.Grain;
import io.flywheel.performance.Period;
import io.flywheel.query.Source;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * When a reading's records count.
 *
 * @param day the day of a record (of a stock: the day it is counted on)
 * @param within the records of the period
 * @param bucket the span of a record; null in SQL if the period is not cut
 * @param days the days a stock is counted on, to be joined; null if it is none
 */
record Time(
        Field<LocalDate> day,
        Condition within,
        Field<LocalDate> bucket,
        boolean cut,
        @Nullable Table<?> days) {
    private static final Field<LocalDate> UNCUT = DSL.castNull(SQLDataType.LOCALDATE);

    static Time of(Reading reading, Question question, Names names, Source source) {
        return reading.stock() ? stock(question) : events(reading, question, names, source);
    }

    Table<?> joined(Table<?> from) {
        return days == null ? from : from.crossJoin(days);
    }

    private static Time events(Reading reading, Question question, Names names, Source source) {
        String path = String.valueOf(reading.first().date());
        Field<?> column = source.column(List.of(path.split("\\.")));
        boolean moment = Formula.check(path, names).type() instanceof Type.DateTime;
        ZoneId zone = source.zone();
        Field<LocalDate> day = moment
                ? DSL.field(
                        "cast(({0} at time zone {1}) as date)", SQLDataType.LOCALDATE, column, DSL.inline(zone.getId()))
                : column.coerce(SQLDataType.LOCALDATE);
        Condition within = moment
                ? moments(column.coerce(SQLDataType.TIMESTAMPWITHTIMEZONE), question.period(), zone)
                : days(day, question.period());
        Grain grain = question.grain();
        Field<LocalDate> bucket = grain == null
                ? UNCUT
                : DSL.field(
                        "cast(date_trunc({0}, cast({1} as timestamp)) as date)",
                        SQLDataType.LOCALDATE, DSL.inline(grain.text()), day);
        return new Time(day, within, bucket, grain != null, null);
    }

    private static Condition days(Field<LocalDate> day, Period period) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        return (from == null ? DSL.noCondition() : day.ge(from)).and(to == null ? DSL.noCondition() : day.lt(to));
    }

    private static Condition moments(Field<OffsetDateTime> moment, Period period, ZoneId zone) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        return (from == null ? DSL.noCondition() : moment.ge(start(from, zone)))
                .and(to == null ? DSL.noCondition() : moment.lt(start(to, zone)));
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    private static Time stock(Question question) {
        List<LocalDate> counted = countedOn(question);
        Table<?> days =
                DSL.table("unnest(cast({0} as date[])) as p(as_of)", DSL.val(counted.toArray(LocalDate[]::new)));
        Field<LocalDate> day = DSL.field("p.as_of", SQLDataType.LOCALDATE);
        return new Time(day, DSL.noCondition(), question.grain() == null ? UNCUT : day, question.grain() != null, days);
    }

    /** The last day of each span of the period, none after today. */
    static List<LocalDate> countedOn(Question question) {
        LocalDate from = question.period().from();
        Grain grain = question.grain();
        LocalDate end = question.asOf();
        List<LocalDate> days = new ArrayList<>();
        if (grain != null && from != null) {
            LocalDate start = grain.start(from);
            while (!grain.next(start).isAfter(end)) {
                days.add(grain.next(start).minusDays(1));
                start = grain.next(start);
            }
        }
        if (days.isEmpty() || days.getLast().isBefore(end)) {
            days.add(end);
        }
        return days;
    }
}
