package io.flywheel.catalog.running;

import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Kinds;
import io.flywheel.catalog.Publication;
import io.flywheel.catalog.Publications;
import io.flywheel.catalog.planning.Change;
import io.flywheel.catalog.storing.DefinitionWrites;
import io.flywheel.database.Database;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cycle: propose, run, tell. Two publications at once are planned one after the other, by the version. */
public final class Publishing implements Publications {
    private static final int ATTEMPTS = 5;

    private final Database database;
    private final Kinds kinds;
    private final PublishedCatalogs catalogs;
    private final Finishing finishing;
    private final Runner runner;
    private final Clock clock;

    public Publishing(Database database, Kinds kinds, PublishedCatalogs catalogs, Finishing finishing, Clock clock) {
        this.database = database;
        this.kinds = kinds;
        this.catalogs = catalogs;
        this.finishing = finishing;
        this.runner = new Runner(database);
        this.clock = clock;
    }

    @Override
    public Publication plan(Workspace workspace, List<Edit> edits) {
        return propose(workspace, edits).publication();
    }

    @Override
    public Publication publish(Workspace workspace, @Nullable UUID by, List<Edit> edits) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Proposal proposal = propose(workspace, edits);
            if (proposal.writes().isEmpty()) {
                return proposal.publication();
            }
            uniqueFirst(workspace, proposal.changes());
            if (store(workspace, by, proposal)) {
                catalogs.changed(workspace);
                finishing.begin(workspace);
                return proposal.publication();
            }
        }
        throw new Problem.Busy("catalog.others-publish", Duration.ofSeconds(2), true);
    }

    private Proposal propose(Workspace workspace, List<Edit> edits) {
        return database.in(
                workspace, connection -> new Proposing(kinds, workspace.schema(), connection).propose(edits));
    }

    private boolean store(Workspace workspace, @Nullable UUID by, Proposal proposal) {
        List<Change> changes = proposal.changes();
        try {
            return runner.run(workspace, changes, connection -> {
                DefinitionWrites writes = new DefinitionWrites(workspace.schema(), connection);
                if (!writes.advance(proposal.base())) {
                    throw new Overtaken();
                }
                writes.save(proposal.writes(), by, clock.instant());
                writes.filling(
                        changes.stream()
                                .filter(Change.Fill.class::isInstance)
                                .map(Change.Fill.class::cast)
                                .toList(),
                        clock.instant());
                return true;
            });
        } catch (Overtaken overtaken) {
            return false;
        }
    }

    /** A unique index over a large table must stand before the definition promises it; its column before that. */
    private void uniqueFirst(Workspace workspace, List<Change> changes) {
        List<Change.AddIndex> unique = changes.stream()
                .filter(change -> change instanceof Change.AddIndex add
                        && add.aside()
                        && add.index().unique())
                .map(Change.AddIndex.class::cast)
                .toList();
        if (unique.isEmpty()) {
            return;
        }
        List<Change> columns = changes.stream()
                .filter(change -> change instanceof Change.AddColumn || change instanceof Change.DropStrayColumn)
                .toList();
        runner.run(workspace, columns, connection -> true);
        unique.forEach(add -> runner.build(workspace, add.index()));
    }

    /** Somebody else published between planning and storing; rolls the transaction back. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Overtaken() {
            super("overtaken", null, false, false);
        }
    }
}
