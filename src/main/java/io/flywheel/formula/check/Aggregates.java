package io.flywheel.formula.check;

import io.flywheel.formula.Expression;
import io.flywheel.formula.Type;
import io.flywheel.formula.sql.Aggregation;
import io.flywheel.formula.sql.Term;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Functions over many records: those of a group, or those of a lines field. */
final class Aggregates {
    private enum Function {
        COUNT("count"),
        COUNT_DISTINCT("countDistinct"),
        SUM("sum"),
        AVG("avg"),
        MIN("min"),
        MAX("max"),
        MEDIAN("median"),
        PERCENTILE("percentile"),
        STDDEV("stddev"),
        ANY("any"),
        EVERY("every");

        private final String word;

        Function(String word) {
            this.word = word;
        }
    }

    private static final Map<String, Function> BY_NAME = Stream.of(Function.values())
            .collect(Collectors.toUnmodifiableMap(
                    function -> function.word.toLowerCase(Locale.ROOT), function -> function));

    private Aggregates() {}

    static Collection<String> names() {
        return Stream.of(Function.values()).map(function -> function.word).toList();
    }

    /** Empty if the call is no aggregate; {@code min} and {@code max} of several values are none. */
    static Optional<Term> check(Checker checker, Expression.Call call, Scope scope) {
        Function function = BY_NAME.get(call.function().toLowerCase(Locale.ROOT));
        boolean several = (function == Function.MIN || function == Function.MAX)
                && call.arguments().size() > 1
                && call.where() == null;
        if (function == null || several) {
            return Optional.empty();
        }
        return Optional.of(checker.mayNest(call, scope) ? aggregate(checker, function, call, scope) : nothing());
    }

    private static Term nothing() {
        return new Term.Constant(Types.NOTHING, null);
    }

    private static Term aggregate(Checker checker, Function function, Expression.Call call, Scope scope) {
        if (scope.groups()) {
            return over(checker, function, call, List.of(), scope.row());
        }
        List<String> lines = checker.linesIn(call.parts(), scope);
        return lines.isEmpty()
                ? checker.fault(call, "formula.no-lines", "name", function.word)
                : over(checker, function, call, lines, scope.children(lines));
    }

    private static Term over(
            Checker checker, Function function, Expression.Call call, List<String> lines, Scope inner) {
        Expression.Call read = rowsOnly(call, lines);
        List<Term> given = checker.terms(read.arguments(), inner);
        Term where = read.where() == null
                ? null
                : checker.as(Kind.YES_NO, checker.term(read.where(), inner), read.where(), "where");
        if (!lines.isEmpty()) {
            checker.reads(inner);
        }
        if (!counted(checker, function, read)) {
            return nothing();
        }
        return settled(checker, function, read, lines, given, where);
    }

    /** {@code count(lines where …)}: the lines themselves are what is counted. */
    private static Expression.Call rowsOnly(Expression.Call call, List<String> lines) {
        boolean rows = call.arguments().size() == 1
                && call.arguments().getFirst() instanceof Expression.Path path
                && path.names().equals(lines);
        return rows ? new Expression.Call(call.at(), call.function(), List.of(), call.where()) : call;
    }

    private static boolean counted(Checker checker, Function function, Expression.Call call) {
        return switch (function) {
            case COUNT, ANY -> Form.counted(checker, call, 0, 1);
            case PERCENTILE -> Form.counted(checker, call, 2, 2);
            case COUNT_DISTINCT, SUM, AVG, MIN, MAX, MEDIAN, STDDEV, EVERY -> Form.counted(checker, call, 1, 1);
        };
    }

    private static Term settled(
            Checker checker,
            Function function,
            Expression.Call call,
            List<String> lines,
            List<Term> given,
            @Nullable Term where) {
        if (given.isEmpty()) {
            Term rows = new Term.Aggregate(Types.NUMBER, Aggregation.ROWS, lines, List.of(), where);
            return function == Function.COUNT ? rows : Term.apply(Types.YES_NO, "({0} > 0)", rows);
        }
        Expression at = call.arguments().getFirst();
        Term first = given.getFirst();
        return switch (function) {
            case COUNT -> new Term.Aggregate(Types.NUMBER, Aggregation.COUNT, lines, given, where);
            case COUNT_DISTINCT -> new Term.Aggregate(Types.NUMBER, Aggregation.COUNT_DISTINCT, lines, given, where);
            case SUM -> numeric(checker, Aggregation.SUM, call, lines, first, where);
            case AVG -> numeric(checker, Aggregation.AVERAGE, call, lines, first, where);
            case MEDIAN -> numeric(checker, Aggregation.MIDDLE, call, lines, first, where);
            case STDDEV -> numeric(checker, Aggregation.DEVIATION, call, lines, first, where);
            case MIN -> extreme(checker, Aggregation.MINIMUM, Aggregation.FIRST_TEXT, at, lines, first, where);
            case MAX -> extreme(checker, Aggregation.MAXIMUM, Aggregation.LAST_TEXT, at, lines, first, where);
            case ANY -> logical(checker, Aggregation.ANY, call, lines, first, where);
            case EVERY -> logical(checker, Aggregation.EVERY, call, lines, first, where);
            case PERCENTILE -> percentile(checker, call, lines, given, where);
        };
    }

    private static Term numeric(
            Checker checker,
            Aggregation aggregation,
            Expression.Call call,
            List<String> lines,
            Term value,
            @Nullable Term where) {
        Term number = checker.as(Kind.NUMBER, value, call.arguments().getFirst(), call.function());
        Type type = Types.numeric(value.type(), Types.NUMBER);
        return new Term.Aggregate(type, aggregation, lines, List.of(number), where);
    }

    private static Term logical(
            Checker checker,
            Aggregation aggregation,
            Expression.Call call,
            List<String> lines,
            Term value,
            @Nullable Term where) {
        Term holds = checker.as(Kind.YES_NO, value, call.arguments().getFirst(), call.function());
        return new Term.Aggregate(Types.YES_NO, aggregation, lines, List.of(holds), where);
    }

    private static Term extreme(
            Checker checker,
            Aggregation aggregation,
            Aggregation ofText,
            Expression at,
            List<String> lines,
            Term value,
            @Nullable Term where) {
        if (!Types.isOrdered(value.type())) {
            return checker.fault(at, "formula.no-order", "found", Types.label(value.type()));
        }
        boolean text = value.type() instanceof Type.Text;
        return new Term.Aggregate(value.type(), text ? ofText : aggregation, lines, List.of(value), where);
    }

    private static Term percentile(
            Checker checker, Expression.Call call, List<String> lines, List<Term> given, @Nullable Term where) {
        boolean share = given.get(1) instanceof Term.Constant constant
                && constant.value() instanceof BigDecimal rank
                && rank.compareTo(BigDecimal.ONE) <= 0;
        if (!share) {
            return checker.fault(call.arguments().get(1), "formula.percentile-share");
        }
        Term number = checker.as(Kind.NUMBER, given.get(0), call.arguments().getFirst(), call.function());
        Type type = Types.numeric(given.get(0).type(), Types.NUMBER);
        // Its subselect would count one record for all if no column of theirs were in it.
        return sameForAll(number)
                ? new Term.Aggregate(type, Aggregation.MINIMUM, lines, List.of(number), where)
                : new Term.Aggregate(type, Aggregation.PERCENT_RANK, lines, List.of(number, given.get(1)), where);
    }

    private static boolean sameForAll(Term value) {
        return switch (value) {
            case Term.Constant ignored -> true;
            case Term.Column column -> column.path().getFirst().equals(Scope.ME);
            case Term.Apply apply -> apply.arguments().stream().allMatch(Aggregates::sameForAll);
            case Term.Aggregate ignored -> false;
        };
    }
}
