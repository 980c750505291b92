package io.flywheel.files.keeping;

import io.flywheel.database.Database;
import io.flywheel.files.KeptFile;
import io.flywheel.files.keeping.Places.Place;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.record.Happenings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The files that records have; adding and removing one is told in the record's history. */
@Component
public final class KeptFiles {
    /** Of one record. */
    public static final int MOST = 500;

    /** What happened, in the history. */
    private static final String KIND = "file";

    private final Database database;
    private final Places places;
    private final Happenings happenings;
    private final Clock clock;

    KeptFiles(Database database, Places places, Happenings happenings, Clock clock) {
        this.database = database;
        this.places = places;
        this.happenings = happenings;
        this.clock = clock;
    }

    /** The newest first. */
    public List<KeptFile> of(Actor actor, Place place) {
        return database.in(
                actor.workspace(),
                connection -> new FileRows(actor.workspace())
                        .of(connection, place.object().name(), place.record(), MOST));
    }

    /** @throws Problem.NotFound if it is not there, has been removed, or belongs to a record that the actor may not see */
    public KeptFile seen(Actor actor, UUID id) {
        KeptFile file = any(actor, id);
        if (file.deletedAt() != null) {
            throw none();
        }
        return file;
    }

    private KeptFile any(Actor actor, UUID id) {
        KeptFile file = database.in(
                        actor.workspace(), connection -> new FileRows(actor.workspace()).find(connection, id))
                .orElseThrow(KeptFiles::none);
        place(actor, file);
        return file;
    }

    /** Whether the record may be seen or not, the answer on its file is the same. */
    private Place place(Actor actor, KeptFile file) {
        try {
            return places.seen(actor, file.object(), file.record());
        } catch (Problem.NotFound unseen) {
            throw none();
        }
    }

    /** Writes down a file whose content the store holds. */
    void add(Actor actor, KeptFile file) {
        FileRows rows = new FileRows(actor.workspace());
        told(actor, connection -> {
            if (rows.count(connection, file.object(), file.record()) >= MOST) {
                throw new Problem.TooLarge("files.too-many", Map.of("most", MOST));
            }
            rows.add(connection, file);
            tell(connection, actor, file, null, node(file));
        });
    }

    public void remove(Actor actor, UUID id) {
        KeptFile file = seen(actor, id);
        places.mustBeOpen(actor, place(actor, file));
        told(actor, connection -> {
            if (!new FileRows(actor.workspace()).remove(connection, id, clock.instant())) {
                throw none();
            }
            tell(connection, actor, file, node(file), null);
        });
    }

    /** Brings a removed file back. */
    public KeptFile restore(Actor actor, UUID id) {
        KeptFile file = any(actor, id);
        places.mustBeOpen(actor, place(actor, file));
        told(actor, connection -> {
            if (new FileRows(actor.workspace()).restore(connection, id)) {
                tell(connection, actor, file, null, node(file));
            }
        });
        return seen(actor, id);
    }

    @FunctionalInterface
    private interface Step {
        void take(Connection connection) throws SQLException;
    }

    private void told(Actor actor, Step step) {
        database.<@Nullable Void>transaction(actor.workspace(), connection -> {
            step.take(connection);
            return null;
        });
        happenings.committed(actor.workspace());
    }

    private void tell(
            Connection connection, Actor actor, KeptFile file, @Nullable JsonNode before, @Nullable JsonNode after)
            throws SQLException {
        boolean there = happenings.tell(
                connection, actor, file.object(), file.record(), new Happenings.Happening(KIND, before, after));
        if (!there) {
            throw new Problem.NotFound("files.no-such-record", Map.of());
        }
    }

    private static JsonNode node(KeptFile file) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", file.id().toString())
                .put("name", file.name())
                .put("type", file.type())
                .put("size", file.size());
    }

    private static Problem.NotFound none() {
        return new Problem.NotFound("files.no-such-file", Map.of());
    }
}
