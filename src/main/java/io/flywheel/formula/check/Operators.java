package io.flywheel.formula.check;

import io.flywheel.formula.Expression;
import io.flywheel.formula.Expression.BinaryOperator;
import io.flywheel.formula.Type;
import io.flywheel.formula.sql.Arithmetic;
import io.flywheel.formula.sql.Term;

/** What stands between two operands. */
final class Operators {
    static final String ADD_DAYS = Arithmetic.day("({0} - date '0001-01-01') + trunc({1})");
    static final String DAYS_BETWEEN = "cast({1} - {0} as numeric)";

    private Operators() {}

    static Term binary(Checker checker, Expression.Binary binary, Scope scope) {
        Term left = checker.term(binary.left(), scope);
        Term right = checker.term(binary.right(), scope);
        return switch (binary.operator()) {
            case OR -> logic(checker, binary, left, right, "({0} or {1})");
            case AND -> logic(checker, binary, left, right, "({0} and {1})");
            case EQUAL, NOT_EQUAL -> Comparisons.equality(checker, binary, left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Comparisons.order(checker, binary, left, right);
            case PLUS, MINUS -> sum(checker, binary, left, right);
            case TIMES, DIVIDE, REMAINDER -> arithmetic(checker, binary, left, right);
            case JOIN ->
                Term.apply(Types.TEXT, Arithmetic.text("concat({0}, {1})"), Types.text(left), Types.text(right));
        };
    }

    private static Term logic(Checker checker, Expression.Binary binary, Term left, Term right, String sql) {
        String sign = binary.operator().sign();
        return Term.apply(
                Types.YES_NO,
                sql,
                checker.as(Kind.YES_NO, left, binary.left(), sign),
                checker.as(Kind.YES_NO, right, binary.right(), sign));
    }

    /** A day and a number of days make a day, two days make the days between them. */
    private static Term sum(Checker checker, Expression.Binary binary, Term left, Term right) {
        boolean plus = binary.operator() == BinaryOperator.PLUS;
        if (isDay(left) && Types.isNumeric(right.type())) {
            Term days = Kind.NUMBER.convert(right);
            return Term.apply(
                    Types.DATE,
                    ADD_DAYS,
                    Kind.DATE.convert(left),
                    plus ? days : Term.apply(Types.NUMBER, "(- {0})", days));
        }
        if (!plus && isDay(left) && isDay(right)) {
            return Term.apply(Types.NUMBER, DAYS_BETWEEN, Kind.DATE.convert(right), Kind.DATE.convert(left));
        }
        return arithmetic(checker, binary, left, right);
    }

    private static boolean isDay(Term term) {
        return term.type().equals(Types.DATE) || term.type().equals(Types.DATE_TIME);
    }

    private static Term arithmetic(Checker checker, Expression.Binary binary, Term left, Term right) {
        String sign = binary.operator().sign();
        if (binary.operator() == BinaryOperator.PLUS
                && (left.type() instanceof Type.Text || right.type() instanceof Type.Text)) {
            return checker.fault(binary, "formula.plus-joins-no-text");
        }
        Term first = checker.as(Kind.NUMBER, left, binary.left(), sign);
        Term second = checker.as(Kind.NUMBER, right, binary.right(), sign);
        Type either = Types.numeric(left.type(), right.type());
        return switch (binary.operator()) {
            case PLUS -> Term.apply(either, "({0} + {1})", first, second);
            case MINUS -> Term.apply(either, "({0} - {1})", first, second);
            case TIMES -> Term.apply(product(left, right), Arithmetic.bounded("{0} * {1}"), first, second);
            case DIVIDE -> checker.quotient(quotient(left, right), first, second);
            case REMAINDER -> Term.apply(either, "mod({0}, nullif({1}, 0))", first, second);
            case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, JOIN ->
                throw new IllegalArgumentException(sign);
        };
    }

    /** Money times money is no money. */
    private static Type product(Term left, Term right) {
        boolean both = left.type().equals(Types.MONEY) && right.type().equals(Types.MONEY);
        return both ? Types.NUMBER : Types.numeric(left.type(), right.type());
    }

    /** Money per number is money; a share of money, or a number per money, is a number. */
    private static Type quotient(Term left, Term right) {
        return left.type().equals(Types.MONEY) && !right.type().equals(Types.MONEY) ? Types.MONEY : Types.NUMBER;
    }
}
