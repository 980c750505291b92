package io.flywheel.catalog;

import io.flywheel.catalog.storing.DefinitionRows;
import io.flywheel.catalog.storing.DefinitionWrites;
import io.flywheel.database.Database;
import io.flywheel.kernel.Workspace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Definitions as documents: what is published, what was, and what is being drafted. */
public final class Definitions {
    private final Database database;
    private final Clock clock;

    public Definitions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All of a workspace by kind and name, retired ones and drafts too. */
    public List<Definition> all(Workspace workspace) {
        return database.in(workspace, connection -> new DefinitionRows(workspace.schema(), connection).all());
    }

    public Optional<Definition> one(Workspace workspace, String kind, String name) {
        return database.in(workspace, connection -> new DefinitionRows(workspace.schema(), connection).one(kind, name));
    }

    /** Newest first. */
    public List<Revision> revisions(Workspace workspace, String kind, String name) {
        return database.in(
                workspace, connection -> new DefinitionRows(workspace.schema(), connection).revisions(kind, name));
    }

    public Optional<JsonNode> draft(Workspace workspace, String kind, String name) {
        return database.in(
                workspace, connection -> new DefinitionRows(workspace.schema(), connection).draft(kind, name));
    }

    /** Keeps a draft; it may be wrong in any way but that it must be a document. Publishing removes it. */
    public void keepDraft(Workspace workspace, @Nullable UUID by, String kind, String name, JsonNode draft) {
        database.transaction(workspace, connection -> {
            new DefinitionWrites(workspace.schema(), connection).draft(kind, name, draft, by, clock.instant());
            return name;
        });
    }
}
