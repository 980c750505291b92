package io.flywheel.performance.definition;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Facility;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import io.flywheel.performance.Targets;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets an object's records be the targets that metrics are held against. */
@Component
public final class TargetsFacility implements Facility<Targets> {
    public static final String NAME = "targets";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String schema() {
        return "schema/facility-targets.json";
    }

    @Override
    public Targets read(JsonNode settings, Faults faults) {
        Part part = new Part(settings);
        return new Targets(
                part.text("metric", ""),
                part.text("basis", ""),
                part.text("member", ""),
                part.text("team", ""),
                part.text("territory", ""),
                part.text("from", ""),
                part.text("to", ""),
                part.text("amount", ""));
    }

    @Override
    public void check(Targets settings, ObjectDefinition object, Catalog after, Faults faults) {
        for (String field : List.of(
                settings.metric(),
                settings.basis(),
                settings.member(),
                settings.team(),
                settings.territory(),
                settings.from(),
                settings.to(),
                settings.amount())) {
            if (object.field(field).isEmpty()) {
                String hint = Nearest.to(field, object.fields().keySet())
                        .map(near -> " → " + near)
                        .orElse("");
                faults.add(new Fault(
                        "",
                        "performance.field-unknown",
                        java.util.Map.of("object", object.name(), "field", field, "hint", hint)));
            }
        }
    }
}
