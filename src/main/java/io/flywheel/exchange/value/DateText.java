package io.flywheel.exchange.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and moments as people and systems write them: {@code 2017/08/25}, {@code 2017-08-25 00:00:00.000},
 * {@code 20101229}, {@code 2021年4月15日}, {@code 15 Apr, 2021 00:02:00}, {@code Apr 15, 2021}, {@code 4/15/21}, and the
 * serial numbers of a spreadsheet.
 */
final class DateText {
    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<y>\\d{4})\\s*[-/.年]\\s*(?<a>\\d{1,2})\\s*[-/.月]\\s*(?<b>\\d{1,2})\\s*日?(?<rest>.*)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.](?<y>\\d{4}|\\d{2})(?!\\d)(?<rest>.*)");
    private static final Pattern DAY_NAME = Pattern.compile(
            "(?:[a-z]{3,9},?\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th)?[-\\s./]+(?<m>[a-z]{3,9})\\.?[-,\\s./]+(?<y>\\d{4}|\\d{2})(?!\\d)(?<rest>.*)");
    private static final Pattern NAME_DAY = Pattern.compile(
            "(?:[a-z]{3,9},\\s+)?(?<m>[a-z]{3,9})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})(?!\\d)(?<rest>.*)");
    private static final Pattern TIME = Pattern.compile(
            "[t,\\s]*(?<half>上午|下午)?\\s*(?<h>\\d{1,2})[:时](?<m>\\d{2})(?:[:分](?<s>\\d{2}))?(?:[.,](?<f>\\d{1,9}))?秒?\\s*(?<ap>[ap]\\.?m\\.?)?\\s*"
                    + "(?<zone>z|utc|gmt|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?");
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final Pattern SERIAL = Pattern.compile("\\d{1,6}(\\.\\d{1,20})?");

    private DateText() {}

    /** @param offset null where the text names none */
    record Moment(LocalDateTime local, @Nullable ZoneOffset offset) {}

    static LocalDate day(String text, DayOrder order) throws Unreadable {
        LocalDate iso = iso(text);
        return iso != null ? iso : moment(text, order).local().toLocalDate();
    }

    static OffsetDateTime moment(String text, DayOrder order, ZoneId zone) throws Unreadable {
        Moment moment = moment(text, order);
        ZoneOffset offset = moment.offset();
        return offset != null
                ? moment.local().atOffset(offset)
                : moment.local().atZone(zone).toOffsetDateTime();
    }

    /** The usual case, {@code yyyy-MM-dd} or {@code yyyy/MM/dd}, without a pattern. */
    private static @Nullable LocalDate iso(String text) {
        if (text.length() != 10 || "-/".indexOf(text.charAt(4)) < 0 || text.charAt(7) != text.charAt(4)) {
            return null;
        }
        int[] parts = {0, 0, 0};
        int part = 0;
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7) {
                part++;
            } else if (c < '0' || c > '9') {
                return null;
            } else {
                parts[part] = parts[part] * 10 + c - '0';
            }
        }
        boolean valid = parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 28 && parts[0] > 0;
        return valid ? LocalDate.of(parts[0], parts[1], parts[2]) : null;
    }

    static Moment moment(String text, DayOrder order) throws Unreadable {
        String plain = Normal.caseless(text);
        try {
            Moment moment = read(plain, order);
            if (moment != null) {
                return moment;
            }
        } catch (DateTimeException outOfRange) {
            throw new Unreadable("exchange.no-such-day");
        }
        throw new Unreadable("exchange.not-a-date");
    }

    private static @Nullable Moment read(String text, DayOrder order) throws Unreadable {
        if (text.length() > 60) {
            return null;
        }
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return at(number(m, "y"), number(m, "a"), number(m, "b"), m.group("rest"));
        }
        m = YEAR_LAST.matcher(text);
        if (m.matches()) {
            boolean dayFirst = order == DayOrder.DAY_FIRST;
            return at(
                    year(m.group("y")),
                    number(m, dayFirst ? "b" : "a"),
                    number(m, dayFirst ? "a" : "b"),
                    m.group("rest"));
        }
        for (Pattern named : new Pattern[] {DAY_NAME, NAME_DAY}) {
            m = named.matcher(text);
            if (m.matches() && month(m.group("m")) > 0) {
                return at(year(m.group("y")), month(m.group("m")), number(m, "d"), m.group("rest"));
            }
        }
        return digits(text);
    }

    private static @Nullable Moment digits(String text) {
        if (text.matches("[12]\\d{7}")) {
            int all = Integer.parseInt(text);
            return new Moment(
                    LocalDate.of(all / 10_000, all / 100 % 100, all % 100).atStartOfDay(), null);
        }
        return SERIAL.matcher(text).matches() ? serial(new BigDecimal(text)) : null;
    }

    /** A spreadsheet counts days; below 367 (1901) it is more likely just a number. */
    private static @Nullable Moment serial(BigDecimal serial) {
        long days = serial.longValue();
        if (days < 367 || days > 109_574) { // up to 2199-12-31
            return null;
        }
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return new Moment(
                LocalDate.of(1899, 12, 30).plusDays(days).atStartOfDay().plusSeconds(seconds), null);
    }

    private static @Nullable Moment at(int year, int month, int day, String rest) throws Unreadable {
        LocalDate date = LocalDate.of(year, month, day);
        if (rest.isBlank()) {
            return new Moment(date.atStartOfDay(), null);
        }
        Matcher time = TIME.matcher(rest.strip());
        if (!time.matches()) {
            throw new Unreadable("exchange.not-a-date");
        }
        return new Moment(date.atTime(time(time)), offset(time.group("zone")));
    }

    private static LocalTime time(Matcher time) {
        int hour = number(time, "h");
        String half = time.group("half") == null ? time.group("ap") : time.group("half");
        if (half != null && hour <= 12) {
            boolean afternoon = half.startsWith("p") || half.equals("下午");
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        int second = time.group("s") == null ? 0 : number(time, "s");
        String fraction = time.group("f");
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
        return LocalTime.of(hour, number(time, "m"), second, nanos);
    }

    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        return Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() == 4 ? year : year + (year < 70 ? 2000 : 1900);
    }

    private static int month(String name) {
        String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
        int at = MONTHS.indexOf(start);
        return at < 0 || at % 4 != 0 ? 0 : at / 4 + 1;
    }

    /** The two numbers of a day written as {@code a/b/year}; null for any other writing. */
    static int @Nullable [] ambiguous(String text) {
        Matcher m = YEAR_LAST.matcher(Normal.caseless(text));
        return m.matches() ? new int[] {number(m, "a"), number(m, "b")} : null;
    }
}
