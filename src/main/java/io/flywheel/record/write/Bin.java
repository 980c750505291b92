package io.flywheel.record.write;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.Slot;
import io.flywheel.query.Statement;
import io.flywheel.record.plan.Parameters;
import io.flywheel.record.plan.WritePlans;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies in the recycle bin. */
@Component
public final class Bin {
    public static final int PAGE = 50;

    private static final Place NEWEST =
            new Place(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(-1, -1));

    private final Database database;

    public Bin(Database database) {
        this.database = database;
    }

    public record Deleted(UUID id, int version, @Nullable String title, OffsetDateTime at, UUID by) {}

    /** Where a page ends: the next one begins after it. */
    public record Place(OffsetDateTime at, UUID id) {}

    /** A page and, if there is more, one row beyond it. */
    public List<Deleted> of(
            Workspace workspace, Catalog catalog, ObjectDefinition object, RowScope scope, @Nullable Place after) {
        Statement statement = WritePlans.deleted(workspace, catalog, object, scope, PAGE + 1);
        Place place = after == null ? NEWEST : after;
        return database.in(
                workspace,
                connection -> Answers.of(
                        connection,
                        statement,
                        slot -> value(slot, place, scope),
                        row -> new Deleted(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class),
                                row.getObject(5, UUID.class))));
    }

    private static Object value(Slot slot, Place place, RowScope scope) {
        if (slot.equals(Parameters.ID)) {
            return place.id();
        }
        return slot.equals(Parameters.SINCE) ? place.at() : Binding.members(scope);
    }
}
