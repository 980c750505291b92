package io.flywheel.formula.sql;

/**
 * An aggregate in SQL. {@code %f} stands for the filter clause behind each aggregate function, {@code {0}} for what is
 * aggregated.
 */
public record Aggregation(String sql) {
    /** 16 digits are not enough for money: sum and count, divided by the one rule of division. */
    private static final String MEAN = Arithmetic.quotient("sum({0})%f", "count({0})%f");

    /** The middle, or exactly half-way between the two middles: the same rank counted from either end. */
    private static final String MEDIAN = "trim_scale((percentile_disc(0.5) within group (order by {0})%f"
            + " + percentile_disc(0.5) within group (order by {0} desc)%f) * 0.5)";

    /** Rank p·(n − 1) from 0, interpolated between its neighbours in exact decimals. */
    private static final String PERCENTILE = "(select trim_scale(f_v.a[f_v.k + 1]"
            + " + (f_v.r - f_v.k) * (coalesce(f_v.a[f_v.k + 2], f_v.a[f_v.k + 1]) - f_v.a[f_v.k + 1]))"
            + " from (select f_w.a, f_w.r, cast(floor(f_w.r) as integer) as k"
            + " from (select f_u.a, {1} * (cardinality(f_u.a) - 1) as r"
            + " from (select array_remove(array_agg({0} order by {0})%f, null) as a offset 0) as f_u offset 0) as f_w"
            + " offset 0) as f_v)";

    public static final Aggregation ROWS = new Aggregation("cast(count(*)%f as numeric)");
    public static final Aggregation COUNT = new Aggregation("cast(count({0})%f as numeric)");
    public static final Aggregation COUNT_DISTINCT = new Aggregation("cast(count(distinct {0})%f as numeric)");
    public static final Aggregation SUM = new Aggregation("coalesce(sum({0})%f, 0)");
    public static final Aggregation AVERAGE = new Aggregation(MEAN);
    public static final Aggregation MINIMUM = new Aggregation("min({0})%f");
    public static final Aggregation MAXIMUM = new Aggregation("max({0})%f");
    public static final Aggregation FIRST_TEXT = new Aggregation("min({0} " + Arithmetic.COLLATION + ")%f");
    public static final Aggregation LAST_TEXT = new Aggregation("max({0} " + Arithmetic.COLLATION + ")%f");
    public static final Aggregation MIDDLE = new Aggregation(MEDIAN);
    public static final Aggregation PERCENT_RANK = new Aggregation(PERCENTILE);
    public static final Aggregation DEVIATION = new Aggregation("trim_scale(round(stddev_samp({0})%f, 20))");
    public static final Aggregation ANY = new Aggregation("coalesce(bool_or({0})%f, false)");
    public static final Aggregation EVERY = new Aggregation("coalesce(bool_and({0} is true)%f, true)");

    String template(String filter) {
        return sql.replace("%f", filter);
    }
}
