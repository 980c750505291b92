package io.flywheel.record.work;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Facility;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Faults;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes an object's records things to do: which field says the state, when it is due, whose it is, what it is about. */
@Component
final class TasksFacility implements Facility<JsonNode> {
    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public String schema() {
        return "schema/facility-tasks.json";
    }

    @Override
    public JsonNode read(JsonNode settings, Faults faults) {
        return settings;
    }

    @Override
    public void check(JsonNode settings, ObjectDefinition object, Catalog after, Faults faults) {
        List<String> options = new ArrayList<>(NamedFields.texts(settings.path("open")));
        options.add(settings.path("done").asString());
        new NamedFields(settings, object, faults)
                .one("state", NamedFields::choice)
                .options("state", options, "done")
                .one("doneOn", NamedFields::time)
                .one("due", NamedFields::time)
                .one("time", NamedFields::text)
                .one("priority", NamedFields::choice)
                .one("assignee", NamedFields::member)
                .one("note", NamedFields::text)
                .several("about", NamedFields::reference);
        checklist(settings.path("checklist"), object, after, faults);
    }

    private static void checklist(JsonNode settings, ObjectDefinition object, Catalog after, Faults faults) {
        if (!settings.isObject()) {
            return;
        }
        new NamedFields(settings, object, faults)
                .one("count", NamedFields::number)
                .one("doneCount", NamedFields::number)
                .field("checklist.field", settings.path("field").asString(), FieldType.Lines.class::isInstance)
                .map(field -> field.type() instanceof FieldType.Lines lines ? lines.object() : "")
                .flatMap(after::object)
                .ifPresent(item -> new NamedFields(settings, item, faults)
                        .one("text", NamedFields::text)
                        .one("done", NamedFields::yesNo)
                        .one("order", NamedFields::number));
    }
}
