package io.flywheel.formula.check;

import io.flywheel.formula.Expression;
import io.flywheel.formula.Type;
import io.flywheel.formula.sql.Operation;
import io.flywheel.formula.sql.Template;
import io.flywheel.formula.sql.Term;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A function with so many arguments of such kinds.
 *
 * @param result null = the numeric type of the first argument
 */
record Simple(List<Kind> kinds, @Nullable Type result, Operation operation, boolean volatileNow) implements Form {
    static Simple of(Type result, String sql, Kind... kinds) {
        return of(result, new Template(sql), kinds);
    }

    static Simple of(Type result, Operation operation, Kind... kinds) {
        return new Simple(List.of(kinds), result, operation, false);
    }

    /** Money of money, a number of a number. */
    static Simple numeric(String sql, Kind... kinds) {
        return new Simple(List.of(kinds), null, new Template(sql), false);
    }

    /** Depends on the moment at which it is asked. */
    static Simple momentary(Type result, Operation operation) {
        return new Simple(List.of(), result, operation, true);
    }

    /** The one with as many arguments as are given; by default the last. */
    static Form either(Simple... forms) {
        return (checker, call, scope) -> Arrays.stream(forms)
                .filter(form -> form.kinds.size() == call.arguments().size())
                .findFirst()
                .orElse(forms[forms.length - 1])
                .check(checker, call, scope);
    }

    @Override
    public Term check(Checker checker, Expression.Call call, Scope scope) {
        List<Term> given = checker.terms(call.arguments(), scope);
        if (!Form.counted(checker, call, kinds.size(), kinds.size())) {
            return new Term.Constant(Types.NOTHING, null);
        }
        if (volatileNow) {
            checker.now();
        }
        List<Term> terms = IntStream.range(0, given.size())
                .mapToObj(i ->
                        checker.as(kinds.get(i), given.get(i), call.arguments().get(i), call.function()))
                .toList();
        Type type = result != null ? result : Types.numeric(given.getFirst().type(), Types.NUMBER);
        return new Term.Apply(type, operation, terms);
    }
}
