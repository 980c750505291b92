package io.flywheel.files.keeping;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.Facilities;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.files.FileRules;
import io.flywheel.files.FilesFacility;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Queries;
import io.flywheel.query.Selection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records as places for files: who sees the record sees its files, who may change it may add and remove them. */
@Component
public final class Places {
    private final Catalogs catalogs;
    private final Access access;
    private final Queries queries;
    private final FilesFacility facility;
    private final Facilities facilities;

    Places(Catalogs catalogs, Access access, Queries queries, FilesFacility facility) {
        this.catalogs = catalogs;
        this.access = access;
        this.queries = queries;
        this.facility = facility;
        this.facilities = new Facilities(List.of(facility));
    }

    /** A record that the actor sees, of an object that keeps files. */
    public record Place(ObjectDefinition object, UUID record, FileRules rules) {}

    /** @throws Problem.NotFound for a record that is not there, may not be seen, or keeps no files */
    public Place seen(Actor actor, String name, UUID record) {
        access.on(actor, name);
        ObjectDefinition object = catalogs.of(actor.workspace())
                .object(name)
                .orElseThrow(() -> new Problem.NotFound("files.no-such-record", Map.of()));
        FileRules rules = facilities
                .settings(facility, object)
                .orElseThrow(() -> new Problem.NotFound("files.object-keeps-none", Map.of("object", object.label())));
        if (queries.select(actor, one(name, record)).records().isEmpty()) {
            throw new Problem.NotFound("files.no-such-record", Map.of());
        }
        return new Place(object, record, rules);
    }

    /** Whether the actor may add files to it and remove them. */
    public boolean isOpen(Actor actor, Place place) {
        String name = place.object().name();
        return access.on(actor, name).may(Right.CHANGE)
                && !queries.select(actor, one(name, place.record()), Right.CHANGE)
                        .records()
                        .isEmpty();
    }

    /** @throws Problem.Forbidden unless the actor may change the record */
    public void mustBeOpen(Actor actor, Place place) {
        if (!isOpen(actor, place)) {
            throw new Problem.Forbidden(
                    "files.not-yours-to-change", Map.of("object", place.object().label()));
        }
    }

    private static Selection one(String object, UUID record) {
        return new Selection(
                object, "id = \"" + record + "\"", List.of(), List.of("id"), 1, null, Selection.Count.NONE);
    }
}
