package io.flywheel.exchange.value;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them: {@code $342.09K}, {@code 1,234.50}, {@code (12.00)}, {@code 12.5%}, {@code 3.2 万}. */
final class NumberText {
    /** Beyond this a number is a mistake, and its digits would cost memory. */
    private static final int LONGEST = 80;

    private static final Pattern SHAPE =
            Pattern.compile("(?<sign>[-+−]?)\\s*(?<currency>[A-Z]{2,3}\\$?|[$€£¥₹₩元]?)\\s*(?<sign2>[-+−]?)\\s*"
                    + "(?<digits>[\\d.,'’\\s]*\\d[.]?)(?:[eE](?<power>[-+]?\\d{1,2}))?\\s*(?<unit>[kKmMbB]|[千万亿]|万亿|bn|mn)?"
                    + "\\s*(?<after>%|[A-Z]{3}|[$€£元])?\\s*(?<minus>-?)");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[,'’\\s]\\d{2,4})+");

    private NumberText() {}

    /** @param percent whether 12.5 means 12.5 %: then {@code 12.5%} is 12.5, else it is 0.125 */
    static BigDecimal parse(String text, boolean percent) throws Unreadable {
        BigDecimal plain = plain(text);
        return plain != null ? plain : written(Normal.width(text), percent);
    }

    private static @org.jspecify.annotations.Nullable BigDecimal plain(String text) {
        int length = text.length();
        if (length > LONGEST) {
            return null;
        }
        boolean point = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean second = c == '.' && point;
            point |= c == '.';
            boolean fits = (c >= '0' && c <= '9') || (c == '.' && length > 1) || (c == '-' && i == 0 && length > 1);
            if (!fits || second) {
                return null;
            }
        }
        return text.equals("-.") ? null : new BigDecimal(text);
    }

    private static BigDecimal written(String text, boolean percent) throws Unreadable {
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        String inner = bracketed ? text.substring(1, text.length() - 1).strip() : text;
        Matcher shape = SHAPE.matcher(inner);
        if (inner.length() > LONGEST || !shape.matches()) {
            throw new Unreadable("exchange.not-a-number");
        }
        BigDecimal number = digits(shape.group("digits"));
        String power = shape.group("power");
        number = power == null ? number : number.movePointRight(Integer.parseInt(power.replace("+", "")));
        number = number.movePointRight(zeros(shape.group("unit")));
        if ("%".equals(shape.group("after")) && !percent) {
            number = number.movePointLeft(2);
        }
        return isNegative(shape, bracketed) ? number.negate() : number;
    }

    private static boolean isNegative(Matcher shape, boolean bracketed) throws Unreadable {
        String signs = shape.group("sign") + shape.group("sign2") + shape.group("minus") + (bracketed ? "-" : "");
        if (signs.length() > 1) {
            throw new Unreadable("exchange.not-a-number");
        }
        return isMinus(signs);
    }

    private static boolean isMinus(String sign) {
        return sign.equals("-") || sign.equals("−");
    }

    private static int zeros(@org.jspecify.annotations.Nullable String unit) {
        return switch (unit) {
            case "k", "K", "千" -> 3;
            case "万" -> 4;
            case "m", "M", "mn" -> 6;
            case "亿" -> 8;
            case "b", "B", "bn" -> 9;
            case "万亿" -> 12;
            case null, default -> 0;
        };
    }

    /** Of a point and a comma the last one parts the decimals; a lone comma only groups thousands. */
    private static BigDecimal digits(String text) throws Unreadable {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        boolean commaDecimal = comma > point && point >= 0;
        int decimal = commaDecimal ? comma : text.indexOf('.') == point ? point : -1;
        String whole = decimal < 0 ? text : text.substring(0, decimal);
        String rest = decimal < 0 ? "" : text.substring(decimal + 1);
        String grouping = whole.replace('.', ',');
        boolean fine = rest.chars().allMatch(Character::isDigit)
                && (whole.isEmpty()
                        || whole.chars().allMatch(Character::isDigit)
                        || GROUPED.matcher(grouping).matches());
        if (!fine) {
            throw new Unreadable("exchange.not-a-number");
        }
        String joined = whole.replaceAll("[^0-9]", "") + (rest.isEmpty() ? "" : "." + rest);
        return new BigDecimal(joined);
    }
}
