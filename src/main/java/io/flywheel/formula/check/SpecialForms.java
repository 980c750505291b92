package io.flywheel.formula.check;

import io.flywheel.formula.Expression;
import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import io.flywheel.formula.sql.Choose;
import io.flywheel.formula.sql.Listed;
import io.flywheel.formula.sql.Operation;
import io.flywheel.formula.sql.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions whose arguments decide each other's types. */
final class SpecialForms {
    private static final Term NULL = new Term.Constant(Types.NOTHING, null);

    private SpecialForms() {}

    static Map<String, Form> all() {
        return Map.of(
                "if", (checker, call, scope) -> choose(checker, call, scope, 3),
                "case", (checker, call, scope) -> choose(checker, call, scope, Integer.MAX_VALUE),
                "coalesce", (checker, call, scope) -> among(checker, call, scope, listed("coalesce("), false),
                "min", (checker, call, scope) -> among(checker, call, scope, listed("least("), true),
                "max", (checker, call, scope) -> among(checker, call, scope, listed("greatest("), true),
                "text", SpecialForms::text,
                "includes", SpecialForms::includes,
                "changed", SpecialForms::changed,
                "isEmpty", SpecialForms::isEmpty);
    }

    private static Operation listed(String before) {
        return new Listed(before, 0, ", ", ")");
    }

    /** Condition, value, condition, value …, and perhaps a value for all others. */
    private static Term choose(Checker checker, Expression.Call call, Scope scope, int most) {
        List<Term> given = checker.terms(call.arguments(), scope);
        if (!Form.counted(checker, call, 2, most)) {
            return NULL;
        }
        List<Term> conditions = new ArrayList<>();
        List<Term> values = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            boolean condition = i % 2 == 0 && i + 1 < given.size();
            if (condition) {
                conditions.add(
                        checker.as(Kind.YES_NO, given.get(i), call.arguments().get(i), call.function()));
            } else {
                values.add(given.get(i));
            }
        }
        return checker.unified(values, call)
                .<Term>map(alike -> new Term.Apply(type(alike), new Choose(), woven(conditions, alike)))
                .orElse(NULL);
    }

    private static Type type(List<Term> alike) {
        return alike.getFirst().type();
    }

    private static List<Term> woven(List<Term> conditions, List<Term> values) {
        List<Term> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (i < conditions.size()) {
                all.add(conditions.get(i));
            }
            all.add(values.get(i));
        }
        return all;
    }

    /** Of several values: the first that is not null, the least, the greatest; nulls are passed over. */
    private static Term among(
            Checker checker, Expression.Call call, Scope scope, Operation operation, boolean ordered) {
        List<Term> given = checker.terms(call.arguments(), scope);
        if (!Form.counted(checker, call, ordered ? 2 : 1, Integer.MAX_VALUE)) {
            return NULL;
        }
        Optional<Term> unordered = given.stream()
                .filter(term -> ordered && (!Types.isOrdered(term.type()) || term.type() instanceof Type.Text))
                .findFirst();
        if (unordered.isPresent()) {
            return checker.fault(
                    call,
                    "formula.no-order",
                    "found",
                    Types.label(unordered.get().type()));
        }
        return checker.unified(given, call)
                .<Term>map(alike -> new Term.Apply(type(alike), operation, alike))
                .orElse(NULL);
    }

    private static Term text(Checker checker, Expression.Call call, Scope scope) {
        List<Term> given = checker.terms(call.arguments(), scope);
        return Form.counted(checker, call, 1, 1) ? Types.text(given.getFirst()) : NULL;
    }

    static Term ratio(Checker checker, Expression.Call call, Scope scope) {
        List<Term> given = checker.terms(call.arguments(), scope);
        if (!Form.counted(checker, call, 2, 2)) {
            return NULL;
        }
        return checker.quotient(
                Types.NUMBER,
                checker.as(Kind.NUMBER, given.get(0), call.arguments().get(0), call.function()),
                checker.as(Kind.NUMBER, given.get(1), call.arguments().get(1), call.function()));
    }

    private static Term includes(Checker checker, Expression.Call call, Scope scope) {
        List<Term> given = checker.terms(call.arguments(), scope);
        if (!Form.counted(checker, call, 2, 2)) {
            return NULL;
        }
        if (!(given.get(0).type() instanceof Type.Choices choices)) {
            return checker.fault(
                    call.arguments().getFirst(),
                    "formula.wrong-type",
                    "asking",
                    call.function(),
                    "expected",
                    Types.label(new Type.Choices(Set.of())),
                    "found",
                    Types.label(given.get(0).type()));
        }
        Expression wanted = call.arguments().get(1);
        Term key = given.get(1) instanceof Term.Constant constant && constant.value() instanceof String text
                ? Comparisons.key(checker, wanted, text, choices.keys(), constant)
                : given.get(1);
        Term sought = checker.as(Kind.TEXT, key, wanted, call.function());
        String holds = "({0} @> array[{1}])"; // alone, for an index serves it
        boolean known = sought instanceof Term.Constant constant && !constant.isNull();
        return Term.apply(
                Types.YES_NO, known ? holds : "case when {1} is not null then " + holds + " end", given.get(0), sought);
    }

    private static Term changed(Checker checker, Expression.Call call, Scope scope) {
        if (!Form.counted(checker, call, 1, 1)) {
            return NULL;
        }
        Optional<Names> old = scope.names().through("old");
        if (old.isEmpty()) {
            return checker.fault(call, "formula.no-old", "name", call.function());
        }
        if (!(call.arguments().getFirst() instanceof Expression.Path path)
                || path.names().size() != 1) {
            return checker.fault(call.arguments().getFirst(), "formula.changed-field");
        }
        Term now = checker.term(path, scope);
        List<String> before = List.of("old", path.names().getFirst());
        return Term.apply(Types.YES_NO, "({0} is distinct from {1})", now, checker.column(before, now.type(), scope));
    }

    private static Term isEmpty(Checker checker, Expression.Call call, Scope scope) {
        List<Term> given = checker.terms(call.arguments(), scope);
        if (!Form.counted(checker, call, 1, 1)) {
            return NULL;
        }
        Term value = given.getFirst();
        return value.type() instanceof Type.Choices
                ? Term.apply(Types.YES_NO, "(coalesce(cardinality({0}), 0) = 0)", value)
                : Comparisons.isNull(value, false);
    }
}
