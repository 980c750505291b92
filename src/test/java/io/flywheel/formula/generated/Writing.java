package io.flywheel.formula.generated;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Writes a tree with no more brackets than precedence asks for, and now and then one more. */
final class Writing {
    private static final int TEST = 4;
    private static final int PRIMARY = 9;
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

    private final RandomGenerator random;

    private Writing(RandomGenerator random) {
        this.random = random;
    }

    /** @param random decides over spare brackets, capitals and full-width signs, which change nothing */
    static String text(Tree tree, RandomGenerator random) {
        return new Writing(random).text(tree);
    }

    private String text(Tree tree) {
        return switch (tree) {
            case Tree.Value value -> literal(value);
            case Tree.Name name -> name.path();
            case Tree.Form form -> form(form);
            case Tree.Many many -> aggregate(many);
        };
    }

    private String within(Tree tree, int least) {
        return level(tree) < least || random.nextInt(25) == 0 ? "(" + text(tree) + ")" : text(tree);
    }

    private static int level(Tree tree) {
        return tree instanceof Tree.Form form ? level(form.sign(), form.parts().size()) : PRIMARY;
    }

    private static int level(String sign, int operands) {
        return switch (sign) {
            case "or" -> 1;
            case "and" -> 2;
            case "not" -> 3;
            case "=", "<>", "<", "<=", ">", ">=", "in", "not in", "between", "not between", "is null", "is not null" ->
                TEST;
            case "&" -> 5;
            case "+" -> 6;
            case "-" -> operands == 1 ? 8 : 6;
            case "*", "/", "%" -> 7;
            default -> PRIMARY;
        };
    }

    private String form(Tree.Form form) {
        List<Tree> parts = form.parts();
        int level = level(form.sign(), parts.size());
        String word = random.nextInt(20) == 0 ? form.sign().toUpperCase(Locale.ROOT) : form.sign();
        return switch (level) {
            case 3 -> word + " " + within(parts.getFirst(), 3);
            case 8 -> "-" + within(parts.getFirst(), 8);
            case PRIMARY -> word + "(" + list(parts) + ")";
            case TEST -> test(form.sign(), word, parts);
            default -> within(parts.get(0), level) + " " + sign(word) + " " + within(parts.get(1), level + 1);
        };
    }

    private String test(String sign, String word, List<Tree> parts) {
        String value = within(parts.getFirst(), TEST + 1);
        if (COMPARISONS.contains(sign)) {
            return value + " " + sign(word) + " " + within(parts.get(1), TEST + 1);
        }
        return switch (sign) {
            case "in", "not in" -> value + " " + word + " (" + list(parts.subList(1, parts.size())) + ")";
            case "between", "not between" ->
                value + " " + word + " " + within(parts.get(1), TEST + 1) + " and " + within(parts.get(2), TEST + 1);
            default -> value + " " + word;
        };
    }

    private String sign(String sign) {
        boolean wide = random.nextInt(25) == 0;
        return switch (sign) {
            case "<>" -> random.nextInt(4) == 0 ? "!=" : sign;
            case "=" -> wide ? "＝" : sign;
            case "+" -> wide ? "＋" : sign;
            case "*" -> wide ? "＊" : sign;
            default -> sign;
        };
    }

    private String list(List<Tree> parts) {
        return parts.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private String aggregate(Tree.Many many) {
        String what = many.arguments().isEmpty() ? many.lines() ? "lines" : "" : list(many.arguments());
        String where = many.where() == null ? "" : (what.isEmpty() ? "" : " ") + "where " + text(many.where());
        return many.function() + "(" + what + where + ")";
    }

    private String literal(Tree.Value value) {
        return switch (value.value()) {
            case null -> random.nextInt(6) == 0 ? "\"\"" : "null";
            case BigDecimal number -> number.toPlainString();
            case Boolean yes -> yes.toString();
            case LocalDate day -> "date(\"" + day + "\")";
            case Instant moment -> "datetime(\"" + moment + "\")";
            case Object text -> quoted(text.toString());
        };
    }

    private String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
        return '"' + escaped.replace("\"", random.nextBoolean() ? "\\\"" : "\"\"") + '"';
    }
}
