package io.flywheel.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateTest {
    private final AtomicLong now = new AtomicLong(5);
    private final Rate rate = new Rate(60, now::get);

    @Test
    void letsABurstThroughAndThenKeepsTheRate() {
        IntStream.range(0, 10).forEach(i -> assertThat(rate.take("a")).isZero());
        assertThat(rate.take("a")).isEqualTo(Duration.ofSeconds(1));

        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(rate.take("a")).isZero();
        assertThat(rate.take("a")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void countsEachNameByItself() {
        IntStream.range(0, 10).forEach(i -> rate.take("a"));
        assertThat(rate.take("b")).isZero();
    }
}
