package io.flywheel.formula.check;

import io.flywheel.formula.Expression;
import io.flywheel.formula.Expression.BinaryOperator;
import io.flywheel.formula.Type;
import io.flywheel.formula.sql.Arithmetic;
import io.flywheel.formula.sql.Listed;
import io.flywheel.formula.sql.Term;
import io.flywheel.kernel.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Equality, order, {@code in}, {@code between}. */
final class Comparisons {
    private Comparisons() {}

    static Term isNull(Term value, boolean negated) {
        return Term.apply(Types.YES_NO, negated ? "({0} is not null)" : "({0} is null)", value);
    }

    static Term equality(Checker checker, Expression.Binary binary, Term left, Term right) {
        boolean negated = binary.operator() == BinaryOperator.NOT_EQUAL;
        if (isNullLiteral(right)) {
            return isNull(left, negated);
        }
        if (isNullLiteral(left)) {
            return isNull(right, negated);
        }
        List<Term> both = alike(checker, binary, List.of(left, right));
        // A record without a stage has a stage other than "won": what is <> is what is not =.
        String sql = negated ? "({0} is distinct from {1})" : "({0} = {1})";
        return both.isEmpty()
                ? Types.convert(left, Types.YES_NO)
                : Term.apply(Types.YES_NO, sql, both.get(0), both.get(1));
    }

    private static boolean isNullLiteral(Term term) {
        return term instanceof Term.Constant && term.type().equals(Types.NOTHING);
    }

    static Term in(Checker checker, Expression.In in, Scope scope) {
        List<Term> all = new ArrayList<>(List.of(checker.term(in.value(), scope)));
        all.addAll(checker.terms(in.among(), scope));
        if (all.stream().skip(1).anyMatch(Comparisons::isNullLiteral)) {
            return checker.fault(in, "formula.null-in-list");
        }
        List<Term> alike = alike(checker, in, all);
        Term term = new Term.Apply(Types.YES_NO, new Listed("({0} in (", 1, ", ", "))"), alike);
        return negated(term, in.negated());
    }

    private static Term negated(Term term, boolean negated) {
        return negated ? Term.apply(Types.YES_NO, "({0} is not true)", term) : term;
    }

    static Term between(Checker checker, Expression.Between between, Scope scope) {
        Term value = checker.term(between.value(), scope);
        Term low = checker.term(between.low(), scope);
        Term high = checker.term(between.high(), scope);
        Expression at = between;
        if (!ordered(checker, at, value, low) || !ordered(checker, at, value, high)) {
            return value;
        }
        boolean byDay = value.type().equals(Types.DATE_TIME);
        Term least = byDay && low.type().equals(Types.DATE) ? Types.startOfDay(low) : moment(low, value);
        boolean wholeDay = byDay && high.type().equals(Types.DATE);
        Term most = wholeDay ? Types.startOfNextDay(high) : moment(high, value);
        String sql = "({0}%c >= {1} and {0}%c " + (wholeDay ? "<" : "<=") + " {2})";
        Term term = Term.apply(Types.YES_NO, collated(sql, value), value, least, most);
        return negated(term, between.negated());
    }

    private static Term moment(Term bound, Term value) {
        return Types.convert(bound, value.type().equals(Types.NOTHING) ? bound.type() : value.type());
    }

    private static String collated(String sql, Term value) {
        return sql.replace("%c", value.type().equals(Types.TEXT) ? " " + Arithmetic.COLLATION : "");
    }

    /** A moment and a day are compared by day, in a form that an index on the moment serves. */
    static Term order(Checker checker, Expression.Binary binary, Term left, Term right) {
        if (isNullLiteral(left) || isNullLiteral(right)) {
            return checker.fault(
                    binary, "formula.null-order", "sign", binary.operator().sign());
        }
        if (!ordered(checker, binary, left, right)) {
            return new Term.Constant(Types.NOTHING, null);
        }
        if (left.type().equals(Types.DATE_TIME) && right.type().equals(Types.DATE)) {
            return byDay(left, binary.operator(), right);
        }
        if (left.type().equals(Types.DATE) && right.type().equals(Types.DATE_TIME)) {
            return byDay(right, mirrored(binary.operator()), left);
        }
        String sql = "({0}%c " + binary.operator().sign() + " {1})";
        return Term.apply(
                Types.YES_NO,
                collated(sql, textual(left, right)),
                Types.convert(left, right.type()),
                Types.convert(right, left.type()));
    }

    private static Term textual(Term left, Term right) {
        return right.type().equals(Types.TEXT) ? right : left;
    }

    private static Term byDay(Term moment, BinaryOperator operator, Term day) {
        boolean fromNext = operator == BinaryOperator.LESS_OR_EQUAL || operator == BinaryOperator.GREATER;
        boolean before = operator == BinaryOperator.LESS || operator == BinaryOperator.LESS_OR_EQUAL;
        Term edge = fromNext ? Types.startOfNextDay(day) : Types.startOfDay(day);
        return Term.apply(Types.YES_NO, before ? "({0} < {1})" : "({0} >= {1})", moment, edge);
    }

    private static BinaryOperator mirrored(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> BinaryOperator.GREATER;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case GREATER -> BinaryOperator.LESS;
            case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            case OR, AND, EQUAL, NOT_EQUAL, PLUS, MINUS, TIMES, DIVIDE, REMAINDER, JOIN -> operator;
        };
    }

    private static boolean ordered(Checker checker, Expression at, Term left, Term right) {
        Type first = left.type();
        Type second = right.type();
        boolean unordered = !Types.isOrdered(first) || !Types.isOrdered(second);
        if (unordered) {
            Type culprit = Types.isOrdered(first) ? second : first;
            checker.fault(at, "formula.no-order", "found", Types.label(culprit));
            return false;
        }
        return fits(checker, at, left, right);
    }

    private static boolean fits(Checker checker, Expression at, Term left, Term right) {
        if (Types.common(left.type(), right.type()).isPresent()) {
            return true;
        }
        boolean dayAsText = left instanceof Term.Constant text && Literals.looksLikeDay(text)
                || right instanceof Term.Constant other && Literals.looksLikeDay(other);
        boolean time = Types.isTime(left.type()) || Types.isTime(right.type());
        checker.fault(
                at,
                dayAsText && time ? "formula.text-for-date" : "formula.not-comparable",
                "left",
                Types.label(left.type()),
                "right",
                Types.label(right.type()));
        return false;
    }

    /** All comparable with the first, by day where a day is among them. Empty, with faults, if they are not. */
    private static List<Term> alike(Checker checker, Expression at, List<Term> terms) {
        Optional<Type> lead = terms.stream()
                .map(Term::type)
                .filter(type -> type instanceof Type.Reference || type instanceof Type.Choice)
                .findFirst();
        List<Term> read = terms.stream()
                .map(term -> lead.map(type -> literal(checker, at, term, type)).orElse(term))
                .toList();
        boolean fits = true;
        for (Term term : read.subList(1, read.size())) {
            fits &= comparable(checker, at, read.getFirst(), term);
        }
        boolean byDay = read.stream().anyMatch(term -> term.type().equals(Types.DATE));
        Type known = read.stream()
                .map(Term::type)
                .filter(type -> !type.equals(Types.NOTHING))
                .findFirst()
                .orElse(Types.TEXT);
        return fits
                ? read.stream()
                        .map(term -> Types.convert(term, byDay ? Types.DATE : known))
                        .toList()
                : List.of();
    }

    private static boolean comparable(Checker checker, Expression at, Term left, Term right) {
        for (Type type : List.of(left.type(), right.type())) {
            if (type instanceof Type.Choices) {
                checker.fault(at, "formula.use-includes");
                return false;
            }
        }
        return fits(checker, at, left, right);
    }

    /** A text beside a reference is an id, beside a choice one of its keys. */
    private static Term literal(Checker checker, Expression at, Term term, Type beside) {
        if (!(term instanceof Term.Constant constant) || !(constant.value() instanceof String text)) {
            return term;
        }
        return switch (beside) {
            case Type.Reference reference -> id(checker, at, text, reference);
            case Type.Choice choice -> key(checker, at, text, choice.keys(), term);
            case Type.Text ignored -> term;
            case Type.Number ignored -> term;
            case Type.Money ignored -> term;
            case Type.YesNo ignored -> term;
            case Type.Date ignored -> term;
            case Type.DateTime ignored -> term;
            case Type.Choices ignored -> term;
            case Type.Nothing ignored -> term;
        };
    }

    private static Term id(Checker checker, Expression at, String text, Type.Reference reference) {
        Optional<UUID> id = Literals.id(text);
        return id.isPresent()
                ? new Term.Constant(reference, id.get())
                : checker.fault(at, "formula.not-an-id", "found", text, "object", reference.object());
    }

    /** The text, if it is one of the keys; a fault naming the nearest otherwise. */
    static Term key(Checker checker, Expression at, String text, Set<String> keys, Term term) {
        if (keys.contains(text)) {
            return term;
        }
        String hint = Nearest.to(text, keys).orElseGet(() -> String.join(", ", keys));
        return checker.fault(at, "formula.unknown-option", "found", text, "nearest", hint);
    }
}
