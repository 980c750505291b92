package io.flywheel.catalog.planning;

import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;

/**
 * A column of an object's table.
 *
 * @param type as PostgreSQL names it
 * @param tail what follows the type: collation, default, not null; never anything that rewrites a table
 */
public record Column(String name, String type, String tail) {
    /** All text has one collation, so that an index serves equality and order alike and no comparison is undecided. */
    private static final String PINYIN = " collate \"zh-Hans-CN-x-icu\"";

    static Column of(FieldDefinition field) {
        String type = ColumnType.sql(field.type());
        boolean counts = field.type() instanceof FieldType.RollUp rollUp && startsAtZero(rollUp);
        return new Column(field.name(), type, (type.startsWith("text") ? PINYIN : "") + (counts ? " default 0" : ""));
    }

    private static boolean startsAtZero(FieldType.RollUp rollUp) {
        return switch (rollUp.function()) {
            case SUM, COUNT -> true;
            case MIN, MAX -> false;
        };
    }

    public String sql() {
        return Names.quoted(name) + " " + type + tail;
    }
}
