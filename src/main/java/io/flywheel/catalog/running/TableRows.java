package io.flywheel.catalog.running;

import io.flywheel.catalog.planning.Names;
import io.flywheel.catalog.planning.Tables;
import io.flywheel.catalog.planning.Tables.Table;
import io.flywheel.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks up what stands in the database. */
public final class TableRows {
    private static final String COLUMNS = """
            select c.relname, a.attname, format_type(a.atttypid, null)
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid
            where n.nspname = ? and c.relname = any (?) and c.relkind in ('r', 'p') and a.attnum > 0
              and not a.attisdropped
            order by c.relname, a.attnum""";
    private static final String INDEXES = """
            select c.relname, i.relname, x.indisvalid
            from pg_catalog.pg_index x
            join pg_catalog.pg_class c on c.oid = x.indrelid
            join pg_catalog.pg_class i on i.oid = x.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = any (?) and i.relname like 'ix\\_%'""";

    private final String schema;
    private final Connection connection;

    public TableRows(String schema, Connection connection) {
        this.schema = schema;
        this.connection = connection;
    }

    /** Those of {@code names} that are there. */
    public Tables of(Collection<String> names) throws SQLException {
        String[] wanted = names.toArray(String[]::new);
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        Sql.of(COLUMNS, schema, wanted)
                .list(
                        connection,
                        row -> columns.computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                                .put(row.getString(2), type(row.getString(3))));
        Map<String, Map<String, Boolean>> indexes = new HashMap<>();
        Sql.of(INDEXES, schema, wanted)
                .list(
                        connection,
                        row -> indexes.computeIfAbsent(row.getString(1), table -> new HashMap<>())
                                .put(row.getString(2), row.getBoolean(3)));
        Map<String, Long> counts = counts(List.copyOf(columns.keySet()));
        Map<String, Table> tables = new LinkedHashMap<>();
        columns.forEach((name, own) ->
                tables.put(name, new Table(own, indexes.getOrDefault(name, Map.of()), counts.getOrDefault(name, 0L))));
        return new Tables(tables);
    }

    private static String type(String formatted) {
        return formatted.equals("timestamp with time zone") ? "timestamptz" : formatted;
    }

    /** Exact while few; a large table's number is what the database last estimated. */
    private Map<String, Long> counts(List<String> tables) throws SQLException {
        if (tables.isEmpty()) {
            return Map.of();
        }
        String each = tables.stream().map(this::count).collect(Collectors.joining(" union all "));
        Map<String, Long> counts = new HashMap<>();
        Sql.of(each, tables.toArray())
                .list(connection, row -> counts.put(row.getString(1), Math.max(row.getLong(2), row.getLong(3))));
        return counts;
    }

    private String count(String table) {
        String name = Names.qualified(schema, table);
        return "select ?::text, (select count(*) from (select 1 from " + name + " limit " + (Tables.FEW + 1)
                + ") few), case when (select count(*) from (select 1 from " + name + " limit " + (Tables.FEW + 1)
                + ") few) > " + Tables.FEW + " then (select reltuples::bigint from pg_catalog.pg_class where oid = '"
                + name.replace("'", "''") + "'::regclass) else 0 end";
    }
}
