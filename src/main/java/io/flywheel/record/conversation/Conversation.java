package io.flywheel.record.conversation;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Facility;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Faults;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets people talk on the records of an object. */
@Component
final class Conversation implements Facility<Conversation.Settings> {
    static final String NAME = "conversation";

    /** @param byChange whether only who may change a record may comment on it */
    record Settings(boolean byChange) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String schema() {
        return "schema/facility-conversation.json";
    }

    @Override
    public Settings read(JsonNode settings, Faults faults) {
        return new Settings(settings.path("write").asString("see").equals("change"));
    }

    @Override
    public void check(Settings settings, ObjectDefinition object, Catalog after, Faults faults) {
        // Any object can have one.
    }
}
