package io.flywheel.formula.sql;

/**
 * The guards that keep SQL total. Each uses its argument once: an argument written twice at each of 200 levels would be
 * a statement without end.
 */
public final class Arithmetic {
    /** Pinyin. */
    public static final String COLLATION = "collate \"zh-Hans-CN-x-icu\"";

    private static final String LIMIT = "1e40";

    private Arithmetic() {}

    /** {@code number}, or null from ±10⁴⁰ on: least and greatest pass over null, so a null ends as the limit, and null. */
    public static String bounded(String number) {
        return "nullif(nullif(greatest(least(" + number + ", " + LIMIT + "), -" + LIMIT + "), " + LIMIT + "), -" + LIMIT
                + ")";
    }

    /** Half up at 20 decimals, by way of 60 or more, so that the first rounding cannot tip the second. */
    public static String quotient(String dividend, String divisor) {
        return bounded("trim_scale(round((" + dividend + " + 0e-60) / nullif(" + divisor + ", 0), 20))");
    }

    /** Text of no letters is null; text never grows beyond 100,000 characters. */
    public static String text(String made) {
        return "nullif(left(" + made + ", 100000), '')";
    }

    /** A number as an integer within bounds; never null. */
    public static String clamped(String number, int low, int high) {
        return "cast(trunc(greatest(least(" + number + ", " + high + "), " + low + ")) as integer)";
    }

    /** A day by its number since 0001-01-01, or null outside the years 1 to 9999. */
    public static String day(String number) {
        return "(date '0001-01-01' + cast(nullif(nullif(greatest(least(" + number
                + ", 3652059), -1), 3652059), -1) as integer))";
    }
}
