package io.flywheel.catalog.storing;

import io.flywheel.catalog.Documents;
import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Publication;
import io.flywheel.catalog.planning.Change;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes the definitions of one workspace, within the transaction of a publication. */
public final class DefinitionWrites {
    private final String schema;
    private final Connection connection;

    public DefinitionWrites(String schema, Connection connection) {
        this.schema = "\"" + schema + "\"";
        this.connection = connection;
    }

    /** Moves the catalogue on from {@code version}; false if somebody else has done so already. */
    public boolean advance(long version) throws SQLException {
        return Sql.of("update " + schema + ".sys_catalogue set version = version + 1 where version = ?", version)
                        .run(connection)
                == 1;
    }

    /** What is written of one definition. */
    public record Write(Publication.Changed changed, JsonNode document, Edit.@Nullable Origin origin) {}

    public void save(List<Write> writes, @Nullable UUID by, Instant at) throws SQLException {
        definitions(writes, by, at);
        revisions(writes, by, at);
    }

    private void definitions(List<Write> writes, @Nullable UUID by, Instant at) throws SQLException {
        String text =
                "insert into " + schema + ".sys_definition as d (kind, name, state, version, document, origin_app,"
                        + " origin_version, origin_document, published_at, published_by)"
                        + " values (?, ?, ?, ?, ?::json, ?, ?, ?::json, ?, ?) on conflict (kind, name) do update set"
                        + " state = excluded.state, version = excluded.version, document = excluded.document, draft = null,"
                        + " draft_at = null, draft_by = null, published_at = excluded.published_at,"
                        + " published_by = excluded.published_by, origin_app = coalesce(excluded.origin_app, d.origin_app),"
                        + " origin_version = coalesce(excluded.origin_version, d.origin_version),"
                        + " origin_document = coalesce(excluded.origin_document, d.origin_document)";
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (Write write : writes) {
                Edit.Origin origin = write.origin();
                bind(
                        statement,
                        write.changed().kind(),
                        write.changed().name(),
                        action(write),
                        write.changed().version(),
                        Documents.text(write.document()),
                        origin == null ? null : origin.app(),
                        origin == null ? null : origin.version(),
                        origin == null ? null : Documents.text(origin.document()),
                        at,
                        by);
            }
            statement.executeBatch();
        }
    }

    private void revisions(List<Write> writes, @Nullable UUID by, Instant at) throws SQLException {
        String text = "insert into " + schema + ".sys_definition_revision (kind, name, version, action, document, diff,"
                + " publication, at, by) values (?, ?, ?, ?, ?::json, ?::json, ?, ?, ?)";
        UUID publication = Ids.next();
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (Write write : writes) {
                bind(
                        statement,
                        write.changed().kind(),
                        write.changed().name(),
                        write.changed().version(),
                        action(write),
                        Documents.text(write.document()),
                        Documents.text(Documents.tree(write.changed().differences())),
                        publication,
                        at,
                        by);
            }
            statement.executeBatch();
        }
    }

    private static String action(Write write) {
        return write.changed().action().name().toLowerCase(Locale.ROOT);
    }

    /** Notes which columns do not yet hold the values of older records. */
    public void filling(List<Change.Fill> fills, Instant at) throws SQLException {
        String text = "insert into " + schema + ".sys_filling (object, field, total, begin_at) values (?, ?, ?, ?)"
                + " on conflict (object, field) do update set after = null, done = 0, total = excluded.total,"
                + " begin_at = excluded.begin_at";
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (Change.Fill fill : fills) {
                bind(statement, fill.object(), fill.field(), fill.rows(), at);
            }
            statement.executeBatch();
        }
    }

    /** Keeps a draft beside what is published; a definition that has neither begins as a draft. */
    public void draft(String kind, String name, JsonNode draft, @Nullable UUID by, Instant at) throws SQLException {
        Sql.of(
                        "insert into " + schema
                                + ".sys_definition (kind, name, state, version, draft, draft_at, draft_by)"
                                + " values (?, ?, 'draft', 0, ?::json, ?, ?) on conflict (kind, name) do update set"
                                + " draft = excluded.draft, draft_at = excluded.draft_at, draft_by = excluded.draft_by",
                        kind,
                        name,
                        Documents.text(draft),
                        at,
                        by)
                .run(connection);
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Sql.bind(statement, i + 1, values[i]);
        }
        statement.addBatch();
    }
}
