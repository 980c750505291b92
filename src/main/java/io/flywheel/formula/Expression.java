package io.flywheel.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parsed expression. {@code at} is the position (0-based, in UTF-16 units) of its first character in the text. */
public sealed interface Expression {
    int at();

    /** The expressions that this one is made of, in their order. */
    default List<Expression> parts() {
        return switch (this) {
            case TextLiteral ignored -> List.of();
            case NumberLiteral ignored -> List.of();
            case YesNoLiteral ignored -> List.of();
            case NullLiteral ignored -> List.of();
            case Path ignored -> List.of();
            case Unary unary -> List.of(unary.operand());
            case Binary binary -> List.of(binary.left(), binary.right());
            case In in ->
                Stream.concat(Stream.of(in.value()), in.among().stream()).toList();
            case Between between -> List.of(between.value(), between.low(), between.high());
            case IsNull test -> List.of(test.value());
            case Call call ->
                Stream.concat(call.arguments().stream(), Stream.ofNullable(call.where()))
                        .toList();
        };
    }

    record TextLiteral(int at, String value) implements Expression {}

    record NumberLiteral(int at, BigDecimal value) implements Expression {}

    record YesNoLiteral(int at, boolean value) implements Expression {}

    record NullLiteral(int at) implements Expression {}

    /** A dotted name: {@code account.industry}. */
    record Path(int at, List<String> names) implements Expression {}

    record Unary(int at, UnaryOperator operator, Expression operand) implements Expression {}

    record Binary(int at, BinaryOperator operator, Expression left, Expression right) implements Expression {}

    record In(int at, Expression value, List<Expression> among, boolean negated) implements Expression {}

    record Between(int at, Expression value, Expression low, Expression high, boolean negated) implements Expression {}

    record IsNull(int at, Expression value, boolean negated) implements Expression {}

    /** A function by name; {@code where} only in an aggregate, {@code sum(lines.amount where …)} or {@code sum(amount where …)}. */
    record Call(
            int at,
            String function,
            List<Expression> arguments,
            @Nullable Expression where) implements Expression {}

    enum UnaryOperator {
        NOT,
        MINUS
    }

    enum BinaryOperator {
        OR("or"),
        AND("and"),
        EQUAL("="),
        NOT_EQUAL("<>"),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDE("/"),
        REMAINDER("%"),
        JOIN("&");

        private final String sign;

        BinaryOperator(String sign) {
            this.sign = sign;
        }

        /** As it is written in an expression. */
        public String sign() {
            return sign;
        }
    }
}
