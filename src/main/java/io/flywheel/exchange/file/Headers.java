package io.flywheel.exchange.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a first row names the columns: names are there, differ, and do not look like values. */
final class Headers {
    private static final Pattern VALUE = Pattern.compile(
            "[-+(]?[$€£¥￥]?[\\d.,]+%?\\)?|\\d{1,4}[-/.年]\\d{1,2}[-/.月]\\d{1,4}日?.*|\\{?[0-9A-Fa-f]{8}-.*"
                    + "|true|false|是|否|\\S+@\\S+\\.\\S+");

    private Headers() {}

    static boolean looksLikeHeader(List<String> first) {
        Set<String> seen = new HashSet<>();
        int filled = 0;
        int values = 0;
        for (String cell : first) {
            if (!cell.isEmpty()) {
                filled++;
                values += VALUE.matcher(cell).matches() || !seen.add(cell) ? 1 : 0;
            }
        }
        return filled > 0 && values * 3 < filled;
    }
}
