package io.flywheel.catalog.storing;

import io.flywheel.catalog.Catalog.FieldName;
import io.flywheel.catalog.Definition;
import io.flywheel.catalog.Documents;
import io.flywheel.catalog.Revision;
import io.flywheel.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the definitions of one workspace. */
public final class DefinitionRows {
    private static final String COLUMNS = "kind, name, state, version, document::text, published_at, published_by,"
            + " origin_app, origin_version, origin_document::text";

    private final String schema;
    private final Connection connection;

    public DefinitionRows(String schema, Connection connection) {
        this.schema = "\"" + schema + "\"";
        this.connection = connection;
    }

    /** The catalogue's version; read it before the rest, so that what follows is never older. */
    public long version() throws SQLException {
        return Sql.of("select version from " + schema + ".sys_catalogue")
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    /** All, drafts and retired ones too, those first published first. */
    public List<Definition> all() throws SQLException {
        return Sql.of("select " + COLUMNS + " from " + schema + ".sys_definition order by kind, name")
                .list(connection, DefinitionRows::definition);
    }

    public Optional<Definition> one(String kind, String name) throws SQLException {
        return Sql.of(
                        "select " + COLUMNS + " from " + schema + ".sys_definition where kind = ? and name = ?",
                        kind,
                        name)
                .first(connection, DefinitionRows::definition);
    }

    public Set<FieldName> filling() throws SQLException {
        return new HashSet<>(Sql.of("select object, field from " + schema + ".sys_filling")
                .list(connection, row -> new FieldName(row.getString(1), row.getString(2))));
    }

    /** Newest first. */
    public List<Revision> revisions(String kind, String name) throws SQLException {
        return Sql.of(
                        "select version, action, document::text, diff::text, at, by from " + schema
                                + ".sys_definition_revision where kind = ? and name = ? order by version desc",
                        kind,
                        name)
                .list(connection, DefinitionRows::revision);
    }

    /** The draft, if there is one. */
    public Optional<JsonNode> draft(String kind, String name) throws SQLException {
        return Sql.of(
                        "select draft::text from " + schema
                                + ".sys_definition where kind = ? and name = ? and draft is not null",
                        kind,
                        name)
                .first(connection, row -> Documents.json(row.getString(1)));
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                row.getInt(1),
                row.getString(2),
                Documents.json(row.getString(3)),
                Documents.anyJson(row.getString(4)),
                row.getObject(5, OffsetDateTime.class),
                row.getObject(6, UUID.class));
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                row.getString(1),
                row.getString(2),
                Definition.State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getInt(4),
                json(row.getString(5)),
                row.getObject(6, OffsetDateTime.class),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9),
                json(row.getString(10)));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : Documents.json(text);
    }
}
