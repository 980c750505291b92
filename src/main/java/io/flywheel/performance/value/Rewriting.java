package io.flywheel.performance.value;

import io.flywheel.formula.Expression;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes an aggregate again with a further condition inside each of its functions, so that metrics with different
 * conditions can be read by one statement.
 */
final class Rewriting {
    private static final Set<String> OVER_ROWS =
            Set.of("sum", "count", "countDistinct", "avg", "median", "percentile", "stddev", "any", "every");

    private final @Nullable String condition;

    private Rewriting(@Nullable String condition) {
        this.condition = condition;
    }

    /** @param condition null = as it is */
    static String of(Expression aggregate, @Nullable String condition) {
        return new Rewriting(condition).text(aggregate);
    }

    private String text(Expression tree) {
        return switch (tree) {
            case Expression.TextLiteral text ->
                '"' + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case Expression.NumberLiteral number -> number.value().toPlainString();
            case Expression.YesNoLiteral yesNo -> String.valueOf(yesNo.value());
            case Expression.NullLiteral nothing -> "null";
            case Expression.Path path -> String.join(".", path.names());
            case Expression.Unary unary ->
                (unary.operator() == Expression.UnaryOperator.NOT ? "(not " : "(-") + text(unary.operand()) + ")";
            case Expression.Binary binary ->
                "(" + text(binary.left()) + " " + binary.operator().sign() + " " + text(binary.right()) + ")";
            case Expression.In in ->
                "(" + text(in.value()) + (in.negated() ? " not in (" : " in (") + list(in.among()) + "))";
            case Expression.Between between ->
                "(" + text(between.value()) + (between.negated() ? " not between " : " between ") + text(between.low())
                        + " and " + text(between.high()) + ")";
            case Expression.IsNull isNull ->
                "(" + text(isNull.value()) + (isNull.negated() ? " is not null)" : " is null)");
            case Expression.Call call -> overRows(call) ? aggregate(call) : scalar(call);
        };
    }

    private static boolean overRows(Expression.Call call) {
        boolean either = Set.of("min", "max").contains(call.function())
                && call.arguments().size() == 1;
        return OVER_ROWS.contains(call.function()) || either;
    }

    private String scalar(Expression.Call call) {
        return call.function() + "(" + list(call.arguments()) + ")";
    }

    private String aggregate(Expression.Call call) {
        Rewriting inside = new Rewriting(null);
        String arguments = inside.list(call.arguments());
        Expression own = call.where();
        String both = own == null
                ? condition
                : condition == null ? inside.text(own) : "(" + condition + ") and " + inside.text(own);
        return call.function() + "(" + arguments + (both == null ? "" : " where " + both) + ")";
    }

    private String list(List<Expression> all) {
        return all.stream().map(this::text).collect(Collectors.joining(", "));
    }
}
