package io.flywheel.catalog.planning;

import java.util.List;

/**
 * An index over live records.
 *
 * @param keys column names, each maybe followed by {@code desc nulls last}
 * @param include further columns that are only carried along
 */
public record Index(String table, List<Key> keys, List<String> include, boolean unique) {
    public record Key(String column, boolean descending) {
        String sql() {
            return Names.quoted(column) + (descending ? " desc nulls last" : "");
        }
    }

    /** Names the index by what it is, so that the same index always has the same name. */
    public String name() {
        return "ix_" + Names.digest(body() + " on " + table);
    }

    public List<String> columns() {
        return keys.stream().map(Key::column).toList();
    }

    /** Whether every look-up that this index serves is served by {@code other} as well. */
    boolean coveredBy(Index other) {
        return !unique
                && include.isEmpty()
                && other.keys.size() > keys.size()
                && other.keys.subList(0, keys.size()).equals(keys);
    }

    private String body() {
        String carried = include.isEmpty() ? "" : " include (" + Names.quoted(include) + ")";
        return (unique ? "unique " : "") + "("
                + String.join(", ", keys.stream().map(Key::sql).toList()) + ")" + carried;
    }

    /** The statement that builds it. */
    public String sql(String schema, boolean concurrently) {
        String carried = include.isEmpty() ? "" : " include (" + Names.quoted(include) + ")";
        return "create " + (unique ? "unique " : "") + "index " + (concurrently ? "concurrently " : "")
                + "if not exists " + Names.quoted(name()) + " on " + Names.qualified(schema, table) + " ("
                + String.join(", ", keys.stream().map(Key::sql).toList()) + ")" + carried
                + " where deleted_at is null";
    }
}
