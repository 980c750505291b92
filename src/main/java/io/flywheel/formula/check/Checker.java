package io.flywheel.formula.check;

import io.flywheel.formula.Checked;
import io.flywheel.formula.Expression;
import io.flywheel.formula.Extent;
import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import io.flywheel.formula.sql.Arithmetic;
import io.flywheel.formula.sql.Sizes;
import io.flywheel.formula.sql.Term;
import io.flywheel.formula.text.Place;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settles names and types of one expression and collects every fault. A faulty part counts as null from there on. */
public final class Checker {
    private static final int MAX_NESTED_AGGREGATES = 3;
    private static final Term FAULTY = new Term.Constant(Types.NOTHING, null);

    private final Place place;
    private final Faults faults = new Faults();
    private final Set<String> paths = new LinkedHashSet<>();
    private boolean volatileNow;

    private Checker(String text) {
        this.place = new Place(text);
    }

    /**
     * @param groups whether it is an expression over groups
     * @throws Problem.Invalid with all faults
     */
    public static Checked check(String text, Expression tree, Names names, boolean groups, boolean condition) {
        Checker checker = new Checker(text);
        Term term = checker.term(tree, Scope.of(names, groups));
        if (condition && checker.faults.isEmpty()) {
            term = checker.as(Kind.YES_NO, term, tree, "where");
        }
        Extent extent = Sizes.written(term, Sizes.holdsAggregate(term), path -> Extent.COLUMN);
        if (extent.characters() > Extent.MOST_CHARACTERS) {
            checker.fault(tree, "formula.too-costly", "limit", Extent.MOST_CHARACTERS);
        }
        checker.faults.refuse();
        return new Checked(text, tree, term.type(), Set.copyOf(checker.paths), checker.volatileNow, term);
    }

    Term term(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.TextLiteral text ->
                text.value().isEmpty() ? FAULTY : new Term.Constant(Types.TEXT, text.value());
            case Expression.NumberLiteral number -> new Term.Constant(Types.NUMBER, number.value());
            case Expression.YesNoLiteral yesNo -> new Term.Constant(Types.YES_NO, yesNo.value());
            case Expression.NullLiteral ignored -> new Term.Constant(Types.NOTHING, null);
            case Expression.Path path -> path(path, scope);
            case Expression.Unary unary -> unary(unary, scope);
            case Expression.Binary binary -> Operators.binary(this, binary, scope);
            case Expression.In in -> Comparisons.in(this, in, scope);
            case Expression.Between between -> Comparisons.between(this, between, scope);
            case Expression.IsNull test -> Comparisons.isNull(term(test.value(), scope), test.negated());
            case Expression.Call call -> call(call, scope);
        };
    }

    List<Term> terms(List<Expression> expressions, Scope scope) {
        return expressions.stream().map(each -> term(each, scope)).toList();
    }

    private Term unary(Expression.Unary unary, Scope scope) {
        Term operand = term(unary.operand(), scope);
        return switch (unary.operator()) {
            case NOT -> Term.apply(Types.YES_NO, "({0} is not true)", as(Kind.YES_NO, operand, unary.operand(), "not"));
            case MINUS ->
                Term.apply(
                        Types.numeric(operand.type(), operand.type()),
                        "(- {0})",
                        as(Kind.NUMBER, operand, unary.operand(), "-"));
        };
    }

    private Term path(Expression.Path path, Scope scope) {
        if (scope.groups()) {
            return fault(path, "formula.outside-aggregate", "name", String.join(".", path.names()));
        }
        List<String> local = scope.local(path.names());
        Names names = scope.from(local);
        for (String name : local.subList(0, local.size() - 1)) {
            Optional<Names> behind = names.through(name);
            if (behind.isEmpty()) {
                return unreachable(path, name, names);
            }
            names = behind.get();
        }
        Optional<Type> type = names.field(local.getLast());
        if (type.isEmpty()) {
            return unreachable(path, local.getLast(), names);
        }
        return column(local, type.get(), scope);
    }

    Term column(List<String> path, Type type, Scope scope) {
        paths.add(String.join(".", scope.isMe(path) ? path : scope.absolute(path)));
        volatileNow |= path.getFirst().equals(Scope.ME);
        return new Term.Column(type, List.copyOf(path));
    }

    /** The lines themselves are read, even where only their number matters. */
    void reads(Scope inner) {
        paths.add(String.join(".", inner.outer()));
    }

    private Term unreachable(Expression.Path path, String name, Names names) {
        if (names.children(name).isPresent()) {
            return fault(path, "formula.lines-outside-aggregate", "name", name);
        }
        if (names.field(name).isPresent()) {
            return fault(path, "formula.not-a-reference", "name", name);
        }
        return Nearest.to(name, names.all())
                .map(nearest -> fault(path, "formula.unknown-name-near", "name", name, "nearest", nearest))
                .orElseGet(() -> fault(path, "formula.unknown-name", "name", name));
    }

    private Term call(Expression.Call call, Scope scope) {
        Optional<Term> aggregate = Aggregates.check(this, call, scope);
        if (aggregate.isPresent()) {
            return aggregate.get();
        }
        Form form = Functions.find(call.function()).orElse(null);
        if (form == null) {
            return Nearest.to(call.function(), Functions.names())
                    .map(nearest ->
                            fault(call, "formula.unknown-function-near", "name", call.function(), "nearest", nearest))
                    .orElseGet(() -> fault(call, "formula.unknown-function", "name", call.function()));
        }
        if (call.where() != null) {
            return fault(call, "formula.where-outside-aggregate", "name", call.function());
        }
        return settled(form.check(this, call, scope), call, scope);
    }

    private Term settled(Term term, Expression.Call call, Scope scope) {
        boolean steals = scope.groups()
                && term instanceof Term.Apply apply
                && apply.operation().subselects()
                && apply.arguments().stream().anyMatch(Sizes::holdsAggregate);
        return steals ? fault(call, "formula.not-over-groups", "name", call.function()) : term;
    }

    /** The term as {@code kind}, or a fault if it is not. */
    Term as(Kind kind, Term term, Expression expression, String asking) {
        if (kind.accepts(term.type())) {
            return kind.convert(term);
        }
        String code = term instanceof Term.Constant constant && Literals.looksLikeDay(constant) && kind != Kind.NUMBER
                ? "formula.text-for-date"
                : "formula.wrong-type";
        return fault(expression, code, "asking", asking, "expected", kind.label(), "found", Types.label(term.type()));
    }

    /** All as their one common type. */
    Optional<List<Term>> unified(List<Term> terms, Expression at) {
        Type common = Types.NOTHING;
        for (Term term : terms) {
            Optional<Type> next = Types.common(common, term.type());
            if (next.isEmpty()) {
                fault(at, "formula.different-types", "left", Types.label(common), "right", Types.label(term.type()));
                return Optional.empty();
            }
            common = next.get();
        }
        Type type = common;
        return Optional.of(terms.stream().map(term -> Types.convert(term, type)).toList());
    }

    Term quotient(Type type, Term dividend, Term divisor) {
        return Term.apply(type, Arithmetic.quotient("{0}", "{1}"), dividend, divisor);
    }

    void now() {
        volatileNow = true;
    }

    /** False, with a fault, where aggregates nest deeper than statements should. */
    boolean mayNest(Expression at, Scope scope) {
        boolean may = scope.nesting() < MAX_NESTED_AGGREGATES;
        if (!may) {
            fault(at, "formula.too-many-aggregates", "limit", MAX_NESTED_AGGREGATES);
        }
        return may;
    }

    Term fault(Expression at, String code, Object... details) {
        faults.add(place.fault(at.at(), code, details));
        return FAULTY;
    }

    List<String> linesIn(List<Expression> expressions, Scope scope) {
        for (Expression expression : expressions) {
            List<String> found = expression instanceof Expression.Path path
                    ? scope.linesOf(scope.local(path.names())).orElse(List.of())
                    : linesIn(expression.parts(), scope);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
