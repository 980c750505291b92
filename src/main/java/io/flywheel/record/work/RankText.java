package io.flywheel.record.work;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ranks as texts that leave room between any two: fractions whose digits are {@code -}, {@code 0–9} and {@code a–z}, in
 * which the database orders them too. An id is such a fraction. Each made rank ends in three digits by chance, so that
 * two people who put a card at the same place at once get two ranks.
 */
public final class RankText {
    private static final String DIGITS = "-0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LAST_CHANGED = 9;

    private RankText() {}

    /**
     * A rank above {@code low} and below {@code high}; null = there is nothing on that side.
     *
     * @param newest a new id, taken as it is on top of everything, so that what comes later comes above it
     */
    public static String between(@Nullable String low, @Nullable String high, String newest) {
        if (high == null) {
            return low == null || newest.compareTo(low) > 0 ? newest : middle(low, null) + chance();
        }
        String below = low == null ? oneLess(high) : null;
        return (below != null ? below : middle(low == null ? "" : low, high)) + chance();
    }

    /** The first digit in which there is room; what follows it may be anything. */
    private static String middle(String low, @Nullable String high) {
        StringBuilder text = new StringBuilder();
        String bound = high;
        for (int i = 0; ; i++) {
            int from = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
            int to = bound != null && i < bound.length() ? DIGITS.indexOf(bound.charAt(i)) : DIGITS.length();
            if (to - from > 1) {
                return text.append(DIGITS.charAt((from + to) / 2)).toString();
            }
            text.append(DIGITS.charAt(from));
            bound = to > from ? null : bound;
        }
    }

    /** The nearest shorter fraction below: as good as endless steps downwards without growing; null at the very end. */
    private static @Nullable String oneLess(String high) {
        char[] digits = (high + "----------").substring(0, LAST_CHANGED + 1).toCharArray();
        for (int i = LAST_CHANGED; i >= 0; i--) {
            int digit = DIGITS.indexOf(digits[i]);
            if (digit > 0) {
                digits[i] = DIGITS.charAt(digit - 1);
                return new String(digits);
            }
            digits[i] = DIGITS.charAt(DIGITS.length() - 1);
        }
        return null;
    }

    private static String chance() {
        StringBuilder text = new StringBuilder(3);
        for (int i = 0; i < 3; i++) {
            text.append(DIGITS.charAt(1 + ThreadLocalRandom.current().nextInt(DIGITS.length() - 1)));
        }
        return text.toString();
    }
}
