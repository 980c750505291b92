package io.flywheel.formula;

import io.flywheel.calendar.CalendarDays;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** Where the named things of a checked expression are found in a statement that is being built. */
public interface Columns {
    /**
     * The SQL of a path such as {@code [amount]}, {@code [account, industry]}, {@code [me]}, {@code [me, team]},
     * {@code [old, stage]}. The statement's builder adds the joins that a path through references needs; a path that
     * passes a missing or hidden record is null. Numbers lie within ±10⁴⁰ and are no NaN, days within the years 1 to
     * 9999, texts carry no collation of their own. Several options are a {@code text[]}.
     */
    Field<?> column(List<String> path);

    /** The child records of a lines field, to aggregate over. */
    Children children(List<String> path);

    /** The zone that decides which day a moment belongs to, and what today is. */
    ZoneId zone();

    /** The business calendar that counts working days and minutes: {@code CalendarDays.of(workspace.schema())}. */
    CalendarDays calendar();

    /** The month (1 to 12) in which the fiscal year starts. */
    int fiscalYearStart();

    /**
     * @param from the child table, aliased
     * @param link ties it to the parent row
     * @param columns the columns of the child
     */
    record Children(Table<?> from, Condition link, Columns columns) {}
}
