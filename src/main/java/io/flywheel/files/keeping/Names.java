package io.flywheel.files.keeping;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of files as they may be shown and sent again. */
final class Names {
    private static final int MOST = 200;
    private static final int LONGEST_ENDING = 12;

    /** Controls, lone surrogates, and what turns the direction of text so that an ending looks like another. */
    private static final Pattern DECEIVING = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\x{061C}\\x{200B}-\\x{200F}\\x{2028}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]");

    private Names() {}

    /** The last part of a path, without what deceives, at most 200 characters with its ending kept; never empty. */
    static String clean(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String bare = DECEIVING.matcher(last).replaceAll("");
        String name = Normalizer.normalize(bare, Normalizer.Form.NFC).strip();
        if (name.isEmpty() || name.chars().allMatch(one -> one == '.')) {
            return "file";
        }
        return shortened(name);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= MOST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = MOST - 1 - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + "…" + ending;
    }
}
