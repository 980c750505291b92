package io.flywheel.exchange.value;

import java.text.Normalizer;
import java.util.Locale;

/** Forms of a text in which two writings of the same thing are equal. */
public final class Normal {
    private Normal() {}

    /** Full-width digits, letters and signs as their plain ones; outer blanks gone. Plain ASCII stays as it is. */
    public static String width(String text) {
        return isPlain(text)
                ? text.strip()
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** Also without regard to case. */
    public static String caseless(String text) {
        return width(text).toLowerCase(Locale.ROOT);
    }

    /** Also without blanks and punctuation: {@code GTX Pro}, {@code GTXPro} and {@code gtx-pro} are the same. */
    public static String letters(String text) {
        String caseless = caseless(text);
        StringBuilder letters = new StringBuilder(caseless.length());
        caseless.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.isEmpty() ? caseless : letters.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }
}
