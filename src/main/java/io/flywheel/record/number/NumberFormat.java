package io.flywheel.record.number;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pattern of an auto-number: text with {@code {yyyy} {yy} {MM} {dd}} of the day and {@code {0000}} for the serial,
 * padded to as many digits. The serial starts anew with each finest date part that the pattern names.
 */
record NumberFormat(String pattern) {
    private static final Pattern PART = Pattern.compile("\\{(yyyy|yy|MM|dd|0+)}");

    /** The period within which serials count up: empty, {@code 2026}, {@code 2026-11} or {@code 2026-11-24}. */
    String period(LocalDate day) {
        if (pattern.contains("{dd}")) {
            return day.toString();
        }
        if (pattern.contains("{MM}")) {
            return day.toString().substring(0, 7);
        }
        return pattern.contains("{yy") ? Integer.toString(day.getYear()) : "";
    }

    String number(LocalDate day, long serial) {
        return PART.matcher(pattern).replaceAll(match -> Matcher.quoteReplacement(part(match.group(1), day, serial)));
    }

    private static String part(String part, LocalDate day, long serial) {
        return switch (part) {
            case "yyyy" -> String.format("%04d", day.getYear());
            case "yy" -> String.format("%02d", day.getYear() % 100);
            case "MM" -> String.format("%02d", day.getMonthValue());
            case "dd" -> String.format("%02d", day.getDayOfMonth());
            default -> String.format("%0" + part.length() + "d", serial);
        };
    }
}
