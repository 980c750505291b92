package io.flywheel.http.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * So many calls a minute for each name, evenly, with a burst of a sixth of a minute's worth (at least ten). Keeps one
 * number per name: the moment at which the calls so far would be due if they came evenly.
 */
final class Rate {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long LEAST_BURST = 10;

    private final long interval;
    private final long burst;
    private final LongSupplier nanos;
    private final Cache<String, AtomicLong> due = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /** @param nanos a clock that only goes forward, in nanoseconds */
    Rate(long perMinute, LongSupplier nanos) {
        this.interval = MINUTE / Math.max(1, perMinute);
        this.burst = Math.max(MINUTE / 6, LEAST_BURST * interval);
        this.nanos = nanos;
    }

    /** Counts one call. @return how long to wait, zero if it may go on; a refused call does not count */
    Duration take(String name) {
        long now = nanos.getAsLong();
        AtomicLong slot = due.get(name, ignored -> new AtomicLong(now));
        while (true) {
            long before = slot.get();
            long next = Math.max(before - now, 0) + interval;
            if (next > burst) {
                return Duration.ofNanos(next - burst);
            }
            if (slot.compareAndSet(before, now + next)) {
                return Duration.ZERO;
            }
        }
    }
}
