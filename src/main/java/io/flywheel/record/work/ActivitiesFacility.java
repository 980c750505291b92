package io.flywheel.record.work;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Facility;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Faults;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes an object's records contacts with somebody: a call, a visit, a note; when, by whom, about what, and what next. */
@Component
final class ActivitiesFacility implements Facility<JsonNode> {
    @Override
    public String name() {
        return "activities";
    }

    @Override
    public String schema() {
        return "schema/facility-activities.json";
    }

    @Override
    public JsonNode read(JsonNode settings, Faults faults) {
        return settings;
    }

    @Override
    public void check(JsonNode settings, ObjectDefinition object, Catalog after, Faults faults) {
        new NamedFields(settings, object, faults)
                .one("kind", NamedFields::choice)
                .options("kind", List.copyOf(settings.path("kinds").propertyNames()), "kinds")
                .one("at", NamedFields::time)
                .one("state", NamedFields::choice)
                .options("state", states(settings), "state")
                .one("planned", NamedFields::time)
                .one("note", NamedFields::text)
                .one("member", NamedFields::member)
                .one("nextStep", NamedFields::text)
                .several("about", NamedFields::reference);
    }

    private static List<String> states(JsonNode settings) {
        return settings.path("done").isString() ? List.of(settings.path("done").stringValue()) : List.of();
    }
}
