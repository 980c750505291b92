package io.flywheel.formula;

import io.flywheel.formula.check.Checker;
import io.flywheel.formula.check.Functions;
import io.flywheel.formula.sql.Compiler;
import io.flywheel.formula.sql.Sizes;
import io.flywheel.formula.sql.Sums;
import io.flywheel.formula.text.Parser;
import io.flywheel.kernel.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

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
        return Checker.check(text, Parser.parse(text), names, false, false);
    }

    /** As {@link #check}, and a yes/no. */
    public static Checked condition(String text, Names names) {
        return Checker.check(text, Parser.parse(text), names, false, true);
    }

    /**
     * An expression over groups, as the measures of {@code /api/query} and metrics use: {@code sum(amount)},
     * {@code count()}, {@code count(where stage = "won") / count()}, {@code median(cycle_days where …)}. Every path
     * stands inside an aggregate.
     */
    public static Checked aggregate(String text, Names names) {
        return Checker.check(text, Parser.parse(text), names, true, false);
    }

    /** Every function that the language knows, as it is usually written. */
    public static Collection<String> functions() {
        return Functions.names();
    }

    /**
     * A measure as the same measure over sums that were kept by group, or empty if it asks for more: only sums of
     * {@code sums} and counts of records, under conditions over {@code keys}. Its columns are to answer {@code sums}
     * with the kept sums and {@code rows} with the kept numbers of records.
     */
    public static Optional<Checked> overSums(Checked measure, Set<String> sums, Predicate<String> keys, String rows) {
        return new Sums(sums, keys, rows)
                .of(measure.term())
                .map(term -> new Checked(
                        measure.text(), measure.tree(), measure.type(), measure.paths(), measure.volatileNow(), term));
    }

    /**
     * The total SQL of a checked condition. It may be null in SQL, which does not hold: test with {@code is true} or in
     * a {@code where}, and a rule that must hold or be null with {@code is not false}.
     */
    public static Condition holds(Checked checked, Columns columns) {
        return DSL.condition("{0}", compile(checked, columns));
    }

    /** The total SQL of a checked expression, row or aggregate: no data makes it raise. */
    public static Field<?> compile(Checked checked, Columns columns) {
        return new Compiler(columns, Sizes.holdsAggregate(checked.term())).compile(checked.term());
    }

    /**
     * How large a checked expression becomes where some of its columns are formulas that are written out in their
     * place.
     *
     * @param ofPath the extent of what stands at a path, those inside aggregates prefixed by their lines field
     */
    public static Extent extent(Checked checked, Function<List<String>, Extent> ofPath) {
        return Sizes.written(checked.term(), Sizes.holdsAggregate(checked.term()), ofPath);
    }
}
