package io.flywheel.exchange.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** The number in a cell as text: a day or moment where its format says so, a percentage with its sign, else its digits. */
final class SheetNumbers {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private SheetNumbers() {}

    static String text(String raw, @Nullable String format, int formatId, boolean since1904) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw);
        } catch (NumberFormatException text) {
            return raw.strip();
        }
        if (number.signum() >= 0 && number.compareTo(LAST_DAY) < 0 && isDate(formatId, format)) {
            return moment(number, since1904);
        }
        if (format != null && format.replaceAll("\"[^\"]*\"", "").contains("%")) {
            return plain(number.movePointRight(2)) + "%";
        }
        return plain(number);
    }

    private static boolean isDate(int formatId, @Nullable String format) {
        return DateUtil.isADateFormat(formatId, format);
    }

    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** Day 60 of the 1900 calendar never was: days before it count from one day later. */
    private static String moment(BigDecimal serial, boolean since1904) {
        long days = serial.longValue();
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDate zero = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        LocalDateTime moment = zero.plusDays(days).atStartOfDay().plusSeconds(seconds);
        return seconds == 0 ? moment.toLocalDate().toString() : MOMENT.format(moment);
    }
}
