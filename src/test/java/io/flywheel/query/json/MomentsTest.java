package io.flywheel.query.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    @Test
    void writesMomentsAsInstantsAreWritten() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong() >> random.nextInt(8, 40);
            micros -= i % 3 == 0 ? Math.floorMod(micros, 1_000_000) : i % 3 == 1 ? Math.floorMod(micros, 1000) : 0;
            Json json = new Json();
            Moments.write(json, micros);
            assertThat(json.shown())
                    .isEqualTo('"' + START.plus(micros, ChronoUnit.MICROS).toString() + '"');
        }
    }

    @Test
    void writesDatesOfAnyYearAsDatesAreWritten() {
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            int days = random.nextInt() >> random.nextInt(8, 24);
            Json json = new Json();
            Moments.writeDate(json, days);
            assertThat(json.shown())
                    .isEqualTo('"' + LocalDate.of(2000, 1, 1).plusDays(days).toString() + '"');
        }
    }
}
