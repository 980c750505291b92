package io.flywheel.formula.generated;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values at which programs break, and plain ones among them, so that something is now and then equal. */
final class Nasty {
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "3",
            "7",
            "12",
            "0.5",
            "2.5",
            "0.00",
            "1.005",
            "99.995",
            "0.00000000000000000001",
            "0.33333333333333333333",
            "1234567.89012345678901234567",
            "2147483648",
            "9223372036854775807",
            "99999999999999999999.99999999999999999999",
            "9999999999999999999999999999999999999999.99999999999999999999");
    private static final List<String> TEXTS = List.of(
            "a",
            "A",
            "ab",
            "销售飞轮",
            "🙂👩‍👩‍👧",
            "é É ß İ Σς",
            "50 %",
            "%",
            "_",
            "it's",
            "say \"hi\"",
            "\\",
            "'; drop table deal; --",
            "{0} ? :x ?? $1",
            " 　a b\t\n",
            " ",
            "-12.50",
            "1,234.5",
            "1,23",
            "NaN",
            "20240229",
            "2024-02-29",
            "2023-02-29",
            "9999年12月31日",
            "0000-01-01",
            "x".repeat(300));
    private static final List<String> DAYS = List.of(
            "0001-01-01",
            "0001-12-31",
            "0004-02-29",
            "1582-10-10",
            "1900-02-28",
            "1940-06-01",
            "1999-12-31",
            "2000-01-01",
            "2000-02-29",
            "2024-02-29",
            "2024-12-30",
            "2026-06-30",
            "2026-07-01",
            "2026-11-23",
            "2027-01-01",
            "2050-12-31",
            "2051-01-01",
            "9999-12-31");
    private static final List<String> MOMENTS = List.of(
            "0001-01-02T00:00:00Z",
            "1900-12-31T15:54:16.999999Z",
            "1940-05-31T16:00:00Z",
            "1991-09-14T15:30:00Z",
            "2000-01-01T00:59:59.5Z",
            "2024-02-28T16:00:00Z",
            "2026-11-22T15:59:59.999999Z",
            "2026-11-23T01:30:30Z",
            "2026-11-23T16:00:00Z",
            "2050-12-31T12:00:00Z",
            "9999-12-30T23:59:59.999999Z");

    private final RandomGenerator random;

    Nasty(RandomGenerator random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** From 0 to just below 10⁴⁰, with up to 20 decimals. */
    BigDecimal number() {
        return switch (random.nextInt(4)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(5));
            case 1 -> BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5));
            default -> new BigDecimal(one(NUMBERS));
        };
    }

    BigDecimal signed() {
        return random.nextBoolean() ? number() : number().negate();
    }

    String text() {
        return one(TEXTS);
    }

    LocalDate day() {
        return random.nextInt(3) == 0
                ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400))
                : LocalDate.parse(one(DAYS));
    }

    Instant moment() {
        return random.nextInt(3) == 0
                ? Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(400 * 86_400))
                : Instant.parse(one(MOMENTS));
    }
}
