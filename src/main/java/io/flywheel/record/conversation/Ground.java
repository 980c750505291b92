package io.flywheel.record.conversation;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.Facilities;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.http.Call;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Queries;
import io.flywheel.query.Selection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the record that a call talks about, if the actor may see it and its object has a conversation. */
@Component
final class Ground {
    private final Access access;
    private final Catalogs catalogs;
    private final Facilities facilities;
    private final Conversation conversation;
    private final Queries queries;

    Ground(Access access, Catalogs catalogs, Facilities facilities, Conversation conversation, Queries queries) {
        this.access = access;
        this.catalogs = catalogs;
        this.facilities = facilities;
        this.conversation = conversation;
        this.queries = queries;
    }

    /** @param mayWrite whether the actor may comment */
    record Place(Actor actor, ObjectDefinition object, UUID record, boolean mayWrite) {}

    /** @throws Problem.NotFound if there is no such object, record or conversation for the actor */
    Place of(Call call) {
        Actor actor = call.actor();
        String name = call.variable("object");
        access.on(actor, name);
        ObjectDefinition object = catalogs.of(actor.workspace())
                .object(name)
                .orElseThrow(() -> new Problem.NotFound("record.no-such-object", Map.of()));
        Conversation.Settings settings = facilities
                .settings(conversation, object)
                .orElseThrow(() -> new Problem.NotFound("record.no-conversation", Map.of("object", object.label())));
        UUID record = id(call.variable("id"), "record.no-record-of-that-id");
        if (!reaches(actor, name, record, Right.SEE)) {
            throw new Problem.NotFound("record.no-record-of-that-id", Map.of("id", call.variable("id")));
        }
        boolean mayWrite = !settings.byChange() || reaches(actor, name, record, Right.CHANGE);
        return new Place(actor, object, record, mayWrite);
    }

    /** @throws Problem.Forbidden if the actor may only read */
    Place toWrite(Call call) {
        Place place = of(call);
        if (!place.mayWrite()) {
            throw new Problem.Forbidden(
                    "record.not-allowed-to-comment",
                    Map.of("object", place.object().label()));
        }
        return place;
    }

    static UUID id(String text, String otherwise) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound(otherwise, Map.of("id", text));
        }
    }

    private boolean reaches(Actor actor, String object, UUID record, Right right) {
        if (!access.on(actor, object).may(right)) {
            return false;
        }
        Selection one = new Selection(
                object, "id = \"" + record + "\"", List.of(), List.of("id"), 1, null, Selection.Count.NONE);
        return !queries.select(actor, one, right).records().isEmpty();
    }
}
