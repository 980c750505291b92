package io.flywheel.formula;

import io.flywheel.kernel.Problem;
import org.jooq.Field;

/**
 * The expression language: parse, check, compile. The only engine that runs it is the database.
 *
 * <p>Null: an operation on null is null; a condition that is null does not hold; {@code &} reads null as empty text.
 * Division (or remainder) by zero is null. A comparison with {@code null} is a test for null.
 */
public final class Formula {
    private Formula() {}

    /**
     * A row expression, checked.
     *
     * @throws Problem.Invalid naming position, reason and remedy; paths are empty
     */
    public static Checked check(String text, Names names) {
        throw new UnsupportedOperationException(text + names);
    }

    /** As {@link #check}, and a yes/no. */
    public static Checked condition(String text, Names names) {
        throw new UnsupportedOperationException(text + names);
    }

    /**
     * An expression over groups, as the measures of {@code /api/query} and metrics use: {@code sum(amount)},
     * {@code count()}, {@code count(where stage = "won") / count()}, {@code median(cycle_days where …)}. Every path
     * stands inside an aggregate.
     */
    public static Checked aggregate(String text, Names names) {
        throw new UnsupportedOperationException(text + names);
    }

    /** The total SQL of a checked expression, row or aggregate: no data makes it raise. */
    public static Field<?> compile(Checked checked, Columns columns) {
        throw new UnsupportedOperationException(checked.text() + columns);
    }
}
