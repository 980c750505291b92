package io.flywheel.formula.text;

import io.flywheel.formula.Expression;
import io.flywheel.formula.Expression.BinaryOperator;
import io.flywheel.formula.Expression.UnaryOperator;
import io.flywheel.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One method per level of precedence, loosest first. Recursion is bounded by {@link #MAX_NESTING}; chains of
 * {@code and}, {@code or} and {@code &} become balanced trees, so that a long filter is not a deep one.
 */
public final class Parser {
    /** Brackets, calls, {@code not} and minus within each other: planning takes the square of it. */
    static final int MAX_NESTING = 32;
    /** Levels of the tree, sums being one deeper with each sign: what an ordinary stack walks. */
    static final int MAX_DEPTH = 200;

    /** Each reference is a join; the database's planner takes exponentially long over too many. */
    static final int MAX_PATH = 7;

    static final int MAX_NODES = 2_000;

    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "in", "between", "is", "null", "true", "false", "where");
    private static final Map<String, BinaryOperator> COMPARISONS = Map.of(
            "=", BinaryOperator.EQUAL,
            "<>", BinaryOperator.NOT_EQUAL,
            "!=", BinaryOperator.NOT_EQUAL,
            "<", BinaryOperator.LESS,
            "<=", BinaryOperator.LESS_OR_EQUAL,
            ">", BinaryOperator.GREATER,
            ">=", BinaryOperator.GREATER_OR_EQUAL);
    private static final Map<String, BinaryOperator> SUMS = Map.of("+", BinaryOperator.PLUS, "-", BinaryOperator.MINUS);
    private static final Map<String, BinaryOperator> PRODUCTS =
            Map.of("*", BinaryOperator.TIMES, "/", BinaryOperator.DIVIDE, "%", BinaryOperator.REMAINDER);

    private final Place place;
    private final List<Token> tokens;
    private int next;
    private int nesting;
    private int nodes;

    private Parser(String text) {
        this.place = new Place(text);
        this.tokens = Lexer.tokens(text);
    }

    /** @throws Problem.Invalid at the first place where the text is no expression */
    public static Expression parse(String text) {
        Parser parser = new Parser(text);
        if (parser.peek() instanceof Token.End) {
            throw parser.place.problem(0, "formula.empty");
        }
        Expression whole = parser.expression();
        if (!(parser.peek() instanceof Token.End)) {
            throw parser.unexpected();
        }
        if (depth(whole) > MAX_DEPTH) {
            throw parser.place.problem(0, "formula.too-many-steps", "limit", MAX_DEPTH);
        }
        return whole;
    }

    /** A long chain of sums is deep without a single bracket: level by level, for a stack would be too short. */
    private static int depth(Expression whole) {
        int depth = 0;
        List<Expression> level = List.of(whole);
        while (!level.isEmpty()) {
            depth++;
            level = level.stream()
                    .flatMap(expression -> expression.parts().stream())
                    .toList();
        }
        return depth;
    }

    private Expression expression() {
        return deeper(this::or);
    }

    private Expression or() {
        return balanced(this::and, "or", BinaryOperator.OR);
    }

    private Expression and() {
        return balanced(this::not, "and", BinaryOperator.AND);
    }

    private Expression not() {
        int at = peek().at();
        if (accept("not")) {
            return deeper(() -> node(new Expression.Unary(at, UnaryOperator.NOT, not())));
        }
        return comparison();
    }

    private Expression comparison() {
        Expression left = join();
        BinaryOperator operator = operator(COMPARISONS);
        if (operator != null) {
            Expression compared = node(new Expression.Binary(left.at(), operator, left, join()));
            if (COMPARISONS.containsKey(peek().shown())) {
                throw place.problem(peek().at(), "formula.chained-comparison");
            }
            return compared;
        }
        return test(left);
    }

    private Expression test(Expression left) {
        if (accept("is")) {
            boolean negated = accept("not");
            expect("null");
            return node(new Expression.IsNull(left.at(), left, negated));
        }
        boolean negated = accept("not");
        if (accept("in")) {
            return node(new Expression.In(left.at(), left, list(), negated));
        }
        if (accept("between")) {
            Expression low = join();
            expect("and");
            return node(new Expression.Between(left.at(), left, low, join(), negated));
        }
        if (negated) {
            throw unexpected();
        }
        return left;
    }

    private Expression join() {
        return balanced(this::sum, "&", BinaryOperator.JOIN);
    }

    private Expression sum() {
        return chain(this::product, SUMS);
    }

    private Expression product() {
        return chain(this::unary, PRODUCTS);
    }

    private Expression unary() {
        int at = peek().at();
        if (accept("-")) {
            return deeper(() -> node(new Expression.Unary(at, UnaryOperator.MINUS, unary())));
        }
        return primary();
    }

    private Expression primary() {
        Token token = peek();
        return switch (token) {
            case Token.Number number -> take(new Expression.NumberLiteral(token.at(), number.value()));
            case Token.Text quoted -> take(new Expression.TextLiteral(token.at(), quoted.value()));
            case Token.Name name -> named(name);
            case Token.Symbol symbol
            when symbol.shown().equals("(") -> {
                next++;
                Expression inner = expression();
                expect(")");
                yield inner;
            }
            case Token.Symbol ignored -> throw unexpected();
            case Token.End ignored -> throw unexpected();
        };
    }

    private Expression named(Token.Name name) {
        if (name.is("true") || name.is("false")) {
            return take(new Expression.YesNoLiteral(name.at(), name.is("true")));
        }
        if (name.is("null")) {
            return take(new Expression.NullLiteral(name.at()));
        }
        if (KEYWORDS.contains(name.shown().toLowerCase(java.util.Locale.ROOT))) {
            throw unexpected();
        }
        next++;
        return peek() instanceof Token.Symbol symbol && symbol.shown().equals("(") ? call(name) : path(name);
    }

    private Expression path(Token.Name first) {
        List<String> names = new ArrayList<>(List.of(first.shown()));
        while (accept(".")) {
            if (!(peek() instanceof Token.Name name)) {
                throw unexpected();
            }
            names.add(name.shown());
            next++;
        }
        if (names.size() > MAX_PATH) {
            throw place.problem(first.at(), "formula.path-too-long", "limit", MAX_PATH);
        }
        return node(new Expression.Path(first.at(), List.copyOf(names)));
    }

    private Expression call(Token.Name name) {
        next++;
        List<Expression> arguments = new ArrayList<>();
        Expression where = null;
        while (!accept(")")) {
            if (accept("where")) {
                where = expression();
                expect(")");
                break;
            }
            if (!arguments.isEmpty()) {
                expect(",");
            }
            arguments.add(expression());
        }
        return node(new Expression.Call(name.at(), name.shown(), List.copyOf(arguments), where));
    }

    private List<Expression> list() {
        expect("(");
        List<Expression> all = new ArrayList<>();
        do {
            all.add(expression());
        } while (accept(","));
        expect(")");
        return List.copyOf(all);
    }

    /** Left to right: {@code a - b - c} is {@code (a - b) - c}, each step one deeper. */
    private Expression chain(Supplier<Expression> operand, Map<String, BinaryOperator> operators) {
        Expression left = operand.get();
        for (BinaryOperator operator = operator(operators); operator != null; operator = operator(operators)) {
            left = node(new Expression.Binary(left.at(), operator, left, operand.get()));
        }
        return left;
    }

    private Expression balanced(Supplier<Expression> operand, String sign, BinaryOperator operator) {
        Expression first = operand.get();
        if (!is(sign)) {
            return first;
        }
        List<Expression> all = new ArrayList<>(List.of(first));
        while (accept(sign)) {
            all.add(operand.get());
        }
        return balanced(all, operator);
    }

    private Expression balanced(List<Expression> all, BinaryOperator operator) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        int half = all.size() / 2;
        Expression left = balanced(all.subList(0, half), operator);
        return node(
                new Expression.Binary(left.at(), operator, left, balanced(all.subList(half, all.size()), operator)));
    }

    private Expression deeper(Supplier<Expression> inner) {
        if (++nesting > MAX_NESTING) {
            throw place.problem(peek().at(), "formula.too-deep", "limit", MAX_NESTING);
        }
        Expression expression = inner.get();
        nesting--;
        return expression;
    }

    private Expression node(Expression expression) {
        if (++nodes > MAX_NODES) {
            throw place.problem(expression.at(), "formula.too-large", "limit", MAX_NODES);
        }
        return expression;
    }

    private Expression take(Expression literal) {
        next++;
        return node(literal);
    }

    private @Nullable BinaryOperator operator(Map<String, BinaryOperator> operators) {
        BinaryOperator found = peek() instanceof Token.Symbol symbol ? operators.get(symbol.shown()) : null;
        if (found != null) {
            next++;
        }
        return found;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean is(String word) {
        return switch (peek()) {
            case Token.Symbol symbol -> symbol.shown().equals(word);
            case Token.Name name -> name.is(word);
            case Token.Number ignored -> false;
            case Token.Text ignored -> false;
            case Token.End ignored -> false;
        };
    }

    private boolean accept(String word) {
        boolean found = is(word);
        if (found) {
            next++;
        }
        return found;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw peek() instanceof Token.End
                    ? place.problem(peek().at(), "formula.ends-early", "expected", word)
                    : place.problem(peek().at(), "formula.expected", "expected", word, "found", peek().shown());
        }
    }

    private Problem.Invalid unexpected() {
        return peek() instanceof Token.End
                ? place.problem(peek().at(), "formula.ends-early", "expected", "…")
                : place.problem(peek().at(), "formula.unexpected", "found", peek().shown());
    }
}
