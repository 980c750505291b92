package io.flywheel.formula.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a text into tokens. Full-width signs, as Chinese keyboards type them, mean what their plain forms mean. */
final class Lexer {
    static final int MAX_LENGTH = 20_000;
    /** Digits before the point, and after it. */
    private static final int MAX_DIGITS = 40;

    private static final String WIDE = "（），＝＜＞＋－＊／％＆．";
    private static final String PLAIN = "(),=<>+-*/%&.";
    private static final Set<String> PAIRS = Set.of("<>", "!=", "<=", ">=");

    private final String text;
    private final Place place;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
        this.place = new Place(text);
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        if (text.length() > MAX_LENGTH) {
            throw lexer.place.problem(MAX_LENGTH, "formula.too-long", "limit", MAX_LENGTH);
        }
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at += Character.charCount(c);
            } else if (c == '"' || c == '“' || c == '”') {
                tokens.add(quoted());
            } else if (digit(c)) {
                tokens.add(number());
            } else if (c == '_' || Character.isLetter(c)) {
                tokens.add(name());
            } else {
                tokens.add(symbol());
            }
        }
        tokens.add(new Token.End(text.length()));
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private Token name() {
        int start = at;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c != '_' && !Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
                break;
            }
            at += Character.charCount(c);
        }
        return new Token.Name(start, text.substring(start, at));
    }

    private Token number() {
        int start = at;
        digits();
        int whole = at - start;
        int decimals = 0;
        if (at + 1 < text.length() && text.charAt(at) == '.' && digit(text.charAt(at + 1))) {
            at++;
            int point = at;
            digits();
            decimals = at - point;
        }
        String digits = text.substring(start, at);
        if (whole > MAX_DIGITS || decimals > MAX_DIGITS) {
            throw place.problem(start, "formula.number-too-long", "limit", MAX_DIGITS);
        }
        return new Token.Number(start, digits, new BigDecimal(digits));
    }

    private void digits() {
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
    }

    private Token quoted() {
        int start = at;
        boolean plain = text.charAt(at++) == '"';
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (plain ? c == '"' : c == '”' || c == '“') {
                if (!plain || at >= text.length() || text.charAt(at) != '"') {
                    return new Token.Text(start, whole(start, value.toString()));
                }
                at++;
                value.append('"');
            } else {
                value.append(c == '\\' ? escaped() : c);
            }
        }
        throw place.problem(start, "formula.open-text");
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at) : ' ';
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\' -> c;
            default -> throw place.problem(at - 2, "formula.unknown-escape", "escape", "\\" + c);
        };
    }

    /** The database holds every text but one with U+0000 or half a character. */
    private String whole(int start, String value) {
        boolean broken = value.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
        if (broken) {
            throw place.problem(start, "formula.broken-text");
        }
        return value;
    }

    private Token symbol() {
        int start = at;
        String sign = plain(start);
        if (start + 1 < text.length() && PAIRS.contains(sign + plain(start + 1))) {
            at += 2;
            return new Token.Symbol(start, sign + plain(start + 1));
        }
        at += Character.charCount(text.codePointAt(at));
        if (sign.length() == 1 && PLAIN.contains(sign)) {
            return new Token.Symbol(start, sign);
        }
        throw place.problem(start, reason(sign), "sign", sign);
    }

    private static String reason(String sign) {
        return switch (sign) {
            case "^" -> "formula.no-power";
            case "'", "‘", "’" -> "formula.single-quote";
            default -> "formula.unknown-sign";
        };
    }

    private String plain(int index) {
        int wide = WIDE.indexOf(text.charAt(index));
        return wide >= 0 ? PLAIN.substring(wide, wide + 1) : Character.toString(text.codePointAt(index));
    }
}
