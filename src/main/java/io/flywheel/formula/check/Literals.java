package io.flywheel.formula.check;

import io.flywheel.formula.sql.Term;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Constants that are written as text. */
final class Literals {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Literals() {}

    static boolean looksLikeDay(Term.Constant constant) {
        return constant.value() instanceof String text
                && text.length() >= 10
                && DAY.matcher(text.substring(0, 10)).matches();
    }

    /** {@code 2026-11-23}, in the years 1 to 9999. */
    static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 1 && day.getYear() <= 9999 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2026-11-23T09:30:00+08:00}; seconds and more may be left out. */
    static Optional<OffsetDateTime> moment(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text.replace(' ', 'T'));
            return moment.getYear() >= 1 && moment.getYear() <= 9999 ? Optional.of(moment) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2026-11-23T09:30}, in the zone of the workspace. */
    static Optional<LocalDateTime> localMoment(String text) {
        try {
            LocalDateTime moment = LocalDateTime.parse(text.replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            return moment.getYear() >= 1 && moment.getYear() <= 9999 ? Optional.of(moment) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
