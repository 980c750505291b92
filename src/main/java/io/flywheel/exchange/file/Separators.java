package io.flywheel.exchange.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which character parts the cells: the one that gives the first lines the same number of cells, quotes respected. */
final class Separators {
    private static final List<Character> CANDIDATES = List.of(',', '\t', ';', '|', '\u0001', '^', '~');
    private static final Map<String, Character> NAMES =
            Map.of("tab", '\t', "\\t", '\t', "comma", ',', "semicolon", ';', "pipe", '|', "space", ' ', "colon", ':');
    private static final int LINES = 50;

    private Separators() {}

    /** @param head the first lines of the file, the last of them whole */
    static char of(String head, @Nullable String given) {
        char guessed = guess(head);
        if (given == null || given.isEmpty()) {
            return guessed;
        }
        char wanted = named(given);
        if (wanted != guessed && columns(head, wanted) == 1 && columns(head, guessed) > 1) {
            throw FileFaults.of("exchange.file-separator", "separator", given, "better", shown(guessed));
        }
        return wanted;
    }

    private static char named(String given) {
        Character named = NAMES.get(given.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        boolean usable = given.length() == 1 && "\"\r\n".indexOf(given.charAt(0)) < 0;
        if (!usable) {
            throw FileFaults.of("exchange.file-separator-unknown", "separator", given);
        }
        return given.charAt(0);
    }

    private static String shown(char separator) {
        return separator == '\t' ? "tab" : String.valueOf(separator);
    }

    private static char guess(String head) {
        char best = ',';
        double score = 0;
        for (char candidate : CANDIDATES) {
            double found = score(widths(head, candidate));
            if (found > score) {
                best = candidate;
                score = found;
            }
        }
        return best;
    }

    private static int columns(String head, char separator) {
        return widths(head, separator).stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
    }

    /** The share of lines as wide as the first counts most, then the width. */
    private static double score(List<Integer> widths) {
        if (widths.isEmpty() || widths.getFirst() < 2) {
            return 0;
        }
        int first = widths.getFirst();
        long alike = widths.stream().filter(width -> width == first).count();
        return (double) alike / widths.size() * 1000 + Math.min(first, 500);
    }

    private static List<Integer> widths(String head, char separator) {
        List<Integer> widths = new ArrayList<>();
        try {
            for (CsvRecord record : TextRows.format(separator).ofCsvRecord(head)) {
                widths.add(record.getFieldCount());
                if (widths.size() == LINES) {
                    break;
                }
            }
        } catch (CsvParseException notSo) {
            return widths; // a quote that this separator does not respect, or one that the cut left open
        }
        return widths;
    }
}
