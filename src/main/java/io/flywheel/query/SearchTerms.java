package io.flywheel.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts texts into what search finds: words of letters and digits as they are, runs of Chinese (Japanese, Korean)
 * characters into overlapping pairs, and long numbers by their last 4 to 8 digits as well. The same cutting makes the
 * stored terms and the question, so that what is written can be found by any two neighbouring characters of it.
 */
public final class SearchTerms {
    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_POSITION = 16_000; // a tsvector's own limit is 16,383
    private static final int MOST_PLACES = 200; // and 256 places of one term
    private static final int LONGEST_TERM = 500;
    private static final int PHONE_DIGITS = 7;
    private static final int MOST_QUESTION = 200;

    private SearchTerms() {}

    /** The terms of a record's texts as the text of a {@code tsvector}; empty texts count for nothing. */
    public static String vector(List<@Nullable String> texts) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        int position = 1;
        for (String text : texts) {
            if (text == null) {
                continue;
            }
            for (Run run : Run.of(normal(text))) {
                position = run.chinese() ? pairs(places, run.text(), position) : word(places, run.text(), position);
                position++; // a gap, so that no phrase reaches from one run into the next
            }
            position++;
        }
        return rendered(places);
    }

    /** The question for {@code words} as the text of a {@code tsquery}; null if there is nothing to look for. */
    public static @Nullable String question(String words) {
        String asked = words.length() > MOST_QUESTION ? words.substring(0, MOST_QUESTION) : words;
        List<String> parts = new ArrayList<>();
        for (Run run : Run.of(normal(asked))) {
            parts.add(run.chinese() ? phrase(run.text()) : quoted(cut(run.text())) + ":*");
        }
        return parts.isEmpty() ? null : String.join(" & ", parts);
    }

    private static String normal(String text) {
        String shorter = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return Normalizer.normalize(shorter, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Pairs, and the last character alone, so that every single character begins some term. */
    private static int pairs(Map<String, List<Integer>> places, String run, int from) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int count = Math.min(2, characters.length - i);
            put(places, new String(characters, i, count), from + i);
        }
        return from + characters.length;
    }

    private static int word(Map<String, List<Integer>> places, String word, int at) {
        put(places, cut(word), at);
        if (word.length() >= PHONE_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            for (int tail = 4; tail <= Math.min(8, word.length() - 1); tail++) {
                put(places, word.substring(word.length() - tail), at);
            }
        }
        return at + 1;
    }

    private static String cut(String word) {
        return word.length() > LONGEST_TERM ? word.substring(0, LONGEST_TERM) : word;
    }

    private static String phrase(String run) {
        int[] characters = run.codePoints().toArray();
        if (characters.length == 1) {
            return quoted(run) + ":*";
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(quoted(new String(characters, i, 2)));
        }
        return "(" + String.join(" <-> ", pairs) + ")";
    }

    private static void put(Map<String, List<Integer>> places, String term, int position) {
        if (position <= MOST_POSITION) {
            List<Integer> known = places.computeIfAbsent(term, same -> new ArrayList<>());
            if (known.size() < MOST_PLACES) {
                known.add(position);
            }
        }
    }

    private static String rendered(Map<String, List<Integer>> places) {
        StringBuilder text = new StringBuilder();
        places.forEach((term, positions) -> {
            text.append(text.isEmpty() ? "" : " ").append(quoted(term)).append(':');
            for (int i = 0; i < positions.size(); i++) {
                text.append(i == 0 ? "" : ",").append(positions.get(i));
            }
        });
        return text.toString();
    }

    /** Terms hold letters and digits only, so there is nothing to escape within the quotes. */
    private static String quoted(String term) {
        return "'" + term + "'";
    }

    /** Characters of one sort, in a row. Numbers written in groups ({@code 138-0013 8000}) are one run. */
    private record Run(String text, boolean chinese) {
        private enum Sort {
            CHINESE,
            WORD,
            JOINT,
            OTHER
        }

        static List<Run> of(String text) {
            List<Run> runs = new ArrayList<>();
            StringBuilder current = new StringBuilder();
            Sort last = Sort.OTHER;
            int[] characters = text.codePoints().toArray();
            for (int i = 0; i < characters.length; i++) {
                Sort sort = sort(characters, i);
                if (sort == Sort.JOINT) {
                    continue;
                }
                if (sort != last) {
                    finish(runs, current, last);
                }
                if (sort != Sort.OTHER) {
                    current.appendCodePoint(characters[i]);
                }
                last = sort;
            }
            finish(runs, current, last);
            return runs;
        }

        private static void finish(List<Run> runs, StringBuilder current, Sort sort) {
            if (!current.isEmpty()) {
                runs.add(new Run(current.toString(), sort == Sort.CHINESE));
                current.setLength(0);
            }
        }

        private static Sort sort(int[] characters, int i) {
            int character = characters[i];
            if (Character.isIdeographic(character) || isKana(character)) {
                return Sort.CHINESE;
            }
            if (Character.isLetterOrDigit(character)) {
                return Sort.WORD;
            }
            boolean joint =
                    (character == '-' || character == ' ') && digit(characters, i - 1) && digit(characters, i + 1);
            return joint ? Sort.JOINT : Sort.OTHER;
        }

        private static boolean isKana(int character) {
            Character.UnicodeScript script = Character.UnicodeScript.of(character);
            return script == Character.UnicodeScript.HIRAGANA
                    || script == Character.UnicodeScript.KATAKANA
                    || script == Character.UnicodeScript.HANGUL;
        }

        private static boolean digit(int[] characters, int i) {
            return i >= 0 && i < characters.length && characters[i] >= '0' && characters[i] <= '9';
        }
    }
}
