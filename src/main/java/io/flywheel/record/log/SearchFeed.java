package io.flywheel.record.log;

import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.SearchTerms;
import io.flywheel.record.LogConsumer;
import io.flywheel.record.LogEntry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what can be found by words in step with the records: their state is read anew, so nothing can drift. */
@Component
final class SearchFeed implements LogConsumer {
    private final Catalogs catalogs;

    SearchFeed(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    private record Found(UUID id, @Nullable String title, String terms) {}

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean readsValues() {
        return false;
    }

    @Override
    public void consume(Connection connection, Workspace workspace, List<LogEntry> entries) throws SQLException {
        Map<String, Set<UUID>> changed = new LinkedHashMap<>();
        entries.forEach(entry -> changed.computeIfAbsent(entry.object(), ignored -> new LinkedHashSet<>())
                .add(entry.record()));
        for (Map.Entry<String, Set<UUID>> one : changed.entrySet()) {
            ObjectDefinition object = catalogs.of(workspace).objects().get(one.getKey());
            if (object != null) {
                refresh(connection, workspace, object, one.getValue().toArray(UUID[]::new));
            }
        }
    }

    /** The title first, then every other field that can be searched; empty if nothing of the object can be found. */
    private static List<String> columns(ObjectDefinition object) {
        Set<String> columns = new LinkedHashSet<>();
        object.role("title").filter(SearchFeed::isText).ifPresent(title -> columns.add(title.name()));
        object.fields().values().stream()
                .filter(field -> field.searchable() && isText(field))
                .forEach(field -> columns.add(field.name()));
        return List.copyOf(columns);
    }

    private static boolean isText(FieldDefinition field) {
        return !(field.type() instanceof io.flywheel.catalog.FieldType.Lines)
                && ColumnType.sql(field.type()).equals("text");
    }

    private static void refresh(Connection connection, Workspace workspace, ObjectDefinition object, UUID[] ids)
            throws SQLException {
        List<String> columns = columns(object);
        if (columns.isEmpty()) {
            return;
        }
        String schema = '"' + workspace.schema() + "\".";
        List<Found> found = Sql.of(
                        "select id, \"" + String.join("\", \"", columns) + "\" from " + schema + '"' + object.name()
                                + "\" where id = any(?) and deleted_at is null",
                        (Object) ids)
                .list(
                        connection,
                        row -> found(row, columns.size(), object.role("title").isPresent()));
        Sql.of(
                        "delete from " + schema
                                + "sys_search where object = ? and record = any(?) and not record = any(?)",
                        object.name(),
                        ids,
                        found.stream().map(Found::id).toArray(UUID[]::new))
                .run(connection);
        Sql.of(
                        "insert into " + schema + "sys_search (object, record, title, terms) select ?, f.id, f.title,"
                                + " f.terms::tsvector from unnest(?::uuid[], ?::text[], ?::text[]) as f(id, title, terms)"
                                + " on conflict (object, record) do update set title = excluded.title, terms ="
                                + " excluded.terms",
                        object.name(),
                        found.stream().map(Found::id).toArray(UUID[]::new),
                        found.stream().map(Found::title).toArray(String[]::new),
                        found.stream().map(Found::terms).toArray(String[]::new))
                .run(connection);
    }

    private static Found found(ResultSet row, int columns, boolean titled) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            texts.add(row.getString(i + 2));
        }
        return new Found(row.getObject(1, UUID.class), titled ? texts.getFirst() : null, SearchTerms.vector(texts));
    }
}
