package io.flywheel.query.json;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Moments as PostgreSQL sends them in binary: microseconds since 2000-01-01 UTC. */
final class Moments {
    private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long MICROS_A_DAY = 86_400_000_000L;
    private static final int MICROS_A_SECOND = 1_000_000;

    private Moments() {}

    /** As an ISO instant in UTC, in quotes: seconds always, then as many groups of three digits as there is need for. */
    static void write(Json json, long micros) {
        LocalDate day = LocalDate.ofEpochDay(EPOCH_DAY_2000 + Math.floorDiv(micros, MICROS_A_DAY));
        long ofDay = Math.floorMod(micros, MICROS_A_DAY);
        int second = (int) (ofDay / MICROS_A_SECOND);
        int part = (int) (ofDay % MICROS_A_SECOND);
        date(json.add('"'), day).add('T').digits(second / 3600, 2).add(':');
        json.digits(second / 60 % 60, 2).add(':').digits(second % 60, 2);
        if (part != 0) {
            boolean millis = part % 1000 == 0;
            json.add('.').digits(millis ? part / 1000 : part, millis ? 3 : 6);
        }
        json.add('Z').add('"');
    }

    /** Days since 2000-01-01, as PostgreSQL sends a date, in quotes. */
    static void writeDate(Json json, int days) {
        date(json.add('"'), LocalDate.ofEpochDay(EPOCH_DAY_2000 + days)).add('"');
    }

    private static Json date(Json json, LocalDate day) {
        int year = day.getYear();
        if (year < 0 || year > 9999) {
            return json.raw(day.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return json.digits(year, 4)
                .add('-')
                .digits(day.getMonthValue(), 2)
                .add('-')
                .digits(day.getDayOfMonth(), 2);
    }
}
