package io.flywheel.performance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a target is reached in time, if things go on evenly.
 *
 * @param elapsed which share of the period is over, 4 digits half up: by working days where the calendar knows them,
 *     today included
 * @param daysLeft days of the calendar after today
 * @param expected what should have been reached by now, target × elapsed; null = no target
 * @param ahead value − expected, negative when behind; null = no target
 * @param perWeek the value so far, for each seven days so far; null before the first day
 * @param needed for each seven days left, to reach the target; in the last seven all that is missing; 0 if it is
 *     reached; null without a target or without a day left
 */
public record Pace(
        BigDecimal elapsed,
        long daysLeft,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal ahead,
        @Nullable BigDecimal perWeek,
        @Nullable BigDecimal needed) {
    private static final BigDecimal WEEK = BigDecimal.valueOf(7);

    /**
     * How far a period is, today included.
     *
     * @param worked working days so far, {@code workdays} of all; both 0 if the calendar does not know the days
     * @param passed days so far, {@code days} of all, which is above 0
     */
    public record Clock(long worked, long workdays, long passed, long days) {
        private static final int DIGITS = 4;

        /** As {@link Pace#elapsed()}. */
        public BigDecimal share() {
            return Exact.round(elapsed(), DIGITS);
        }

        private BigDecimal elapsed() {
            return workdays > 0
                    ? Exact.divide(BigDecimal.valueOf(worked), BigDecimal.valueOf(workdays))
                    : Exact.divide(BigDecimal.valueOf(passed), BigDecimal.valueOf(days));
        }
    }

    /** @param digits of the amounts, half up, once each */
    public static Pace of(@Nullable BigDecimal value, @Nullable BigDecimal target, Clock clock, int digits) {
        BigDecimal elapsed = clock.elapsed();
        long left = clock.days() - clock.passed();
        BigDecimal expected = target == null ? null : target.multiply(elapsed);
        BigDecimal ahead = expected == null || value == null ? null : value.subtract(expected);
        return new Pace(
                clock.share(),
                left,
                rounded(expected, digits),
                rounded(ahead, digits),
                rounded(value == null || clock.passed() == 0 ? null : weekly(value, clock.passed()), digits),
                rounded(needed(value, target, left), digits));
    }

    private static @Nullable BigDecimal needed(@Nullable BigDecimal value, @Nullable BigDecimal target, long left) {
        if (target == null || value == null || left <= 0) {
            return null;
        }
        BigDecimal missing = target.subtract(value).max(BigDecimal.ZERO);
        return left <= WEEK.longValue() ? missing : weekly(missing, left);
    }

    private static BigDecimal weekly(BigDecimal amount, long days) {
        return Exact.divide(amount.multiply(WEEK), BigDecimal.valueOf(days));
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal value, int digits) {
        return value == null ? null : Exact.round(value, digits);
    }
}
