package io.flywheel.performance.definition;

import io.flywheel.formula.Expression;
import java.util.Optional;
import java.util.Set;

/** Whether an aggregate may be added up over disjoint groups: sums and counts, and what adds or scales them. */
final class Additivity {
    private static final Set<String> ADDITIVE = Set.of("sum", "count");

    private Additivity() {}

    /** The first function or operator that may not. */
    static Optional<String> offender(Expression tree) {
        return switch (tree) {
            case Expression.Call call ->
                ADDITIVE.contains(call.function()) ? Optional.empty() : Optional.of(call.function());
            case Expression.Unary unary ->
                unary.operator() == Expression.UnaryOperator.MINUS ? offender(unary.operand()) : Optional.of("not");
            case Expression.Binary binary -> binary(binary);
            case Expression.Path path -> Optional.of(String.join(".", path.names()));
            case Expression.NumberLiteral number -> Optional.of(number.value().toPlainString());
            case Expression.TextLiteral text -> Optional.of(text.value());
            case Expression.YesNoLiteral yesNo -> Optional.of(String.valueOf(yesNo.value()));
            case Expression.NullLiteral nothing -> Optional.of("null");
            case Expression.In in -> Optional.of("in");
            case Expression.Between between -> Optional.of("between");
            case Expression.IsNull isNull -> Optional.of("is null");
        };
    }

    private static Optional<String> binary(Expression.Binary binary) {
        boolean leftNumber = binary.left() instanceof Expression.NumberLiteral;
        boolean rightNumber = binary.right() instanceof Expression.NumberLiteral;
        return switch (binary.operator()) {
            case PLUS, MINUS -> offender(binary.left()).or(() -> offender(binary.right()));
            case TIMES ->
                leftNumber ? offender(binary.right()) : rightNumber ? offender(binary.left()) : Optional.of("*");
            case DIVIDE -> rightNumber ? offender(binary.left()) : Optional.of("/");
            case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, REMAINDER, JOIN ->
                Optional.of(binary.operator().toString());
        };
    }
}
