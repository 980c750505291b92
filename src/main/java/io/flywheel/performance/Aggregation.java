package io.flywheel.performance;

/** How a metric's value for many comes from its values for few. */
public sealed interface Aggregation {
    String name();

    /** Sums and counts: the value of a team is the sum over its members; a ratio is the ratio of two such sums. */
    record Additive() implements Aggregation {
        @Override
        public String name() {
            return "additive";
        }
    }

    /** Medians, distinct counts and the like: computed from the rows at each level. */
    record Exact() implements Aggregation {
        @Override
        public String name() {
            return "exact";
        }
    }

    /** What is there on a day, {@code asOf}: the last day of the period, or today if that is earlier. */
    record Stock() implements Aggregation {
        @Override
        public String name() {
            return "stock";
        }
    }

    /**
     * Rows that are the first ever of their kind.
     *
     * @param key the field whose first row counts, such as the customer
     */
    record FirstEver(String key) implements Aggregation {
        @Override
        public String name() {
            return "firstEver";
        }
    }
}
