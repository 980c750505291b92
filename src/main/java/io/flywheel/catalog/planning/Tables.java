package io.flywheel.catalog.planning;

import java.util.Map;
import java.util.Optional;

/**
 * What stands in the database: the tables of a workspace's objects.
 *
 * @param tables by name
 */
public record Tables(Map<String, Table> tables) {
    /**
     * @param columns name → SQL type
     * @param indexes our own, name → whether it can be used
     * @param rows about how many there are; exact up to {@link #FEW}
     */
    public record Table(Map<String, String> columns, Map<String, Boolean> indexes, long rows) {
        /** An index over so few rows is built faster than a request waits. */
        public boolean small() {
            return rows <= FEW;
        }
    }

    public static final long FEW = 10_000;

    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }
}
