package io.flywheel.formula.check;

import static io.flywheel.formula.check.Kind.DATE;
import static io.flywheel.formula.check.Kind.MOMENT;
import static io.flywheel.formula.check.Kind.NUMBER;
import static io.flywheel.formula.check.Kind.TEXT;

import io.flywheel.formula.Expression;
import io.flywheel.formula.sql.Arithmetic;
import io.flywheel.formula.sql.Calendared;
import io.flywheel.formula.sql.Fiscal;
import io.flywheel.formula.sql.Term;
import io.flywheel.formula.sql.Zoned;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions of days and moments. A moment counts as its day in the workspace's zone, unless the hour matters. */
final class DateForms {
    /** Only a day of the calendar: guards stand in nested cases, for {@code and} promises no order. */
    private static final String PARTS = "case when {0} >= 1 and {0} < 10000 and {1} >= 1 and {1} < 13"
            + " and {2} >= 1 and {2} < 32 then case when trunc({2}) <= extract(day from"
            + " make_date(cast(trunc({0}) as integer), cast(trunc({1}) as integer), 1)"
            + " + interval '1 month' - interval '1 day')"
            + " then make_date(cast(trunc({0}) as integer), cast(trunc({1}) as integer),"
            + " cast(trunc({2}) as integer)) end end";

    /** {@code 2026-11-23}, {@code 2026/11/3}, {@code 2026.11.3}, {@code 20261103}, {@code 2026年11月3日}, else null. */
    private static final String READ = "(select " + numbered(PARTS, "f_v.y", "f_v.m", "f_v.d") + " from (select "
            + part(1, "y") + ", " + part(2, "m") + ", " + part(3, "d") + " from (select regexp_match("
            + TextForms.TRIMMED
            + ", '^([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))$') as a offset 0) as f_t"
            + " offset 0) as f_v)";

    /** Added 20,000 years later, where the calendar is the same and no month is out of reach, then moved back. */
    private static final String ADD_MONTHS = "cast(nullif(nullif(greatest(least("
            + "cast({0} as timestamp) + interval '20000 years' + make_interval(months => "
            + Arithmetic.clamped("{1}", -150_000, 150_000) + "), timestamp '30000-01-01'), timestamp '20000-12-31'),"
            + " timestamp '30000-01-01'), timestamp '20000-12-31') - interval '20000 years' as date)";

    /** Months that have passed whole: each day is a number in months of 32 days. */
    private static final String MONTHS_BETWEEN = "trunc((" + packed("{1}") + " - " + packed("{0}") + ") / 32)";

    private DateForms() {}

    static Map<String, Form> all() {
        Map<String, Form> all = new LinkedHashMap<>();
        all.put("today", Simple.momentary(Types.DATE, new Zoned("cast(now() at time zone {zone} as date)")));
        all.put("now", Simple.momentary(Types.DATE_TIME, new Zoned("now()")));
        all.put("date", DateForms::date);
        all.put("datetime", DateForms::moment);
        all.putAll(parts());
        all.put("addDays", Simple.of(Types.DATE, Operators.ADD_DAYS, DATE, NUMBER));
        all.put("addMonths", Simple.of(Types.DATE, ADD_MONTHS, DATE, NUMBER));
        all.put("daysBetween", Simple.of(Types.NUMBER, Operators.DAYS_BETWEEN, DATE, DATE));
        all.put("monthsBetween", Simple.of(Types.NUMBER, MONTHS_BETWEEN, DATE, DATE));
        all.put("workdaysBetween", Simple.of(Types.NUMBER, new Calendared(false), DATE, DATE));
        all.put("businessMinutes", Simple.of(Types.NUMBER, new Calendared(true), MOMENT, MOMENT));
        for (String unit : List.of("Year", "Quarter", "Month", "Week")) {
            all.put("startOf" + unit, Simple.of(Types.DATE, startOf(unit.toLowerCase(Locale.ROOT)), DATE));
        }
        return all;
    }

    private static Map<String, Form> parts() {
        Map<String, Form> all = new LinkedHashMap<>();
        all.put("year", Simple.of(Types.NUMBER, "extract(year from {0})", DATE));
        all.put("quarter", Simple.of(Types.TEXT, label("YYYY\"-Q\"Q"), DATE));
        all.put("month", Simple.of(Types.TEXT, label("YYYY-MM"), DATE));
        all.put("week", Simple.of(Types.TEXT, label("IYYY\"-W\"IW"), DATE));
        all.put("fiscalYear", Simple.of(Types.TEXT, new Fiscal("\"FY\"YYYY"), DATE));
        all.put("fiscalQuarter", Simple.of(Types.TEXT, new Fiscal("\"FY\"YYYY\"-Q\"Q"), DATE));
        all.put("quarterOf", Simple.of(Types.NUMBER, "extract(quarter from {0})", DATE));
        all.put("monthOf", Simple.of(Types.NUMBER, "extract(month from {0})", DATE));
        all.put("day", Simple.of(Types.NUMBER, "extract(day from {0})", DATE));
        all.put("weekday", Simple.of(Types.NUMBER, "extract(isodow from {0})", DATE));
        all.put("hour", Simple.of(Types.NUMBER, new Zoned("extract(hour from {0} at time zone {zone})"), MOMENT));
        return all;
    }

    private static String label(String format) {
        return "to_char(cast({0} as timestamp), '" + format + "')";
    }

    private static String startOf(String unit) {
        return "cast(date_trunc('" + unit + "', cast({0} as timestamp)) as date)";
    }

    private static String packed(String day) {
        return "((extract(year from " + day + ") * 12 + extract(month from " + day + ")) * 32 + extract(day from " + day
                + "))";
    }

    private static String numbered(String sql, String first, String second, String third) {
        return sql.replace("{0}", first).replace("{1}", second).replace("{2}", third);
    }

    private static String part(int group, String name) {
        String found = group == 1 ? "f_t.a[1]" : "coalesce(f_t.a[" + group + "], f_t.a[" + (group + 2) + "])";
        return "cast(" + found + " as integer) as " + name;
    }

    private static Term date(Checker checker, Expression.Call call, Scope scope) {
        if (call.arguments().size() == 1
                && call.arguments().getFirst() instanceof Expression.TextLiteral(int ignored, String text)) {
            Optional<LocalDate> day = Literals.day(text);
            return day.isPresent()
                    ? new Term.Constant(Types.DATE, day.get())
                    : checker.fault(call.arguments().getFirst(), "formula.not-a-date", "found", text);
        }
        return Simple.either(Simple.of(Types.DATE, READ, TEXT), Simple.of(Types.DATE, PARTS, NUMBER, NUMBER, NUMBER))
                .check(checker, call, scope);
    }

    private static Term moment(Checker checker, Expression.Call call, Scope scope) {
        if (!(call.arguments().size() == 1 && call.arguments().getFirst() instanceof Expression.TextLiteral literal)) {
            return checker.fault(call, "formula.not-a-moment", "found", "…");
        }
        if (Literals.moment(literal.value()).isPresent()) {
            return new Term.Constant(
                    Types.DATE_TIME, Literals.moment(literal.value()).get());
        }
        return Literals.localMoment(literal.value())
                .<Term>map(local -> new Term.Apply(
                        Types.DATE_TIME,
                        new Zoned("(cast({0} as timestamp) at time zone {zone})"),
                        List.of(new Term.Constant(Types.TEXT, local.toString()))))
                .orElseGet(() -> checker.fault(literal, "formula.not-a-moment", "found", literal.value()));
    }
}
