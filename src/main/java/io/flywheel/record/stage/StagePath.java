package io.flywheel.record.stage;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Label;
import io.flywheel.record.WritingFacility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A path of stages: which may follow which, what must hold to enter one, since when a record is in its stage, and an
 * append-only record of every move.
 */
@Component
final class StagePath implements WritingFacility<StagePathSettings> {
    private static final Map<String, String> EVENT_VALUES = Map.of(
            "record", "id", "from", "old.%1$s", "to", "%1$s", "at", "now()", "actor", "me", "since", "old.%1$s_since");

    @Override
    public String name() {
        return "stagePath";
    }

    @Override
    public String schema() {
        return "schema/facility-stage-path.json";
    }

    @Override
    public StagePathSettings read(JsonNode settings, Faults faults) {
        Map<String, StagePathSettings.Stage> stages = new LinkedHashMap<>();
        settings.path("stages").properties().forEach(stage -> stages.put(stage.getKey(), stage(stage.getValue())));
        return new StagePathSettings(settings.path("field").asString(), stages, events(settings.path("events")));
    }

    private static StagePathSettings.Stage stage(JsonNode node) {
        List<String> next = new ArrayList<>();
        node.path("next").forEach(stage -> next.add(stage.asString()));
        JsonNode message = node.path("message");
        return new StagePathSettings.Stage(
                StagePathSettings.Outcome.valueOf(
                        node.path("outcome").asString("open").toUpperCase(java.util.Locale.ROOT)),
                node.path("probability").isNumber() ? node.path("probability").intValue() : null,
                next,
                node.path("gate").isString() ? node.path("gate").asString() : null,
                message.isObject()
                        ? new Label(
                                message.path("zh").asString(),
                                message.path("en").asString())
                        : null);
    }

    private static StagePathSettings.@Nullable Events events(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (EVENT_VALUES.containsKey(entry.getKey())) {
                fields.put(entry.getKey(), entry.getValue().asString());
            }
        });
        return new StagePathSettings.Events(node.path("object").asString(), fields);
    }

    @Override
    public void check(StagePathSettings settings, ObjectDefinition object, Catalog after, Faults faults) {
        FieldDefinition field = object.fields().get(settings.field());
        if (field == null || !(field.type() instanceof FieldType.Choice choice)) {
            faults.add("field", "record.stage-field-no-choice", "field", settings.field());
            return;
        }
        settings.stages().forEach((key, stage) -> {
            if (!choice.options().containsKey(key)) {
                faults.add("stages." + key, "record.stage-no-option", "option", key);
            }
            stage.next().stream()
                    .filter(next -> !choice.options().containsKey(next))
                    .forEach(next -> faults.add("stages." + key + ".next", "record.stage-no-option", "option", next));
        });
        if (settings.events() != null) {
            check(settings.events(), after, faults);
        }
    }

    private static void check(StagePathSettings.Events events, Catalog after, Faults faults) {
        ObjectDefinition object = after.objects().get(events.object());
        if (object == null) {
            faults.add("events.object", "record.stage-events-unknown-object", "object", events.object());
            return;
        }
        events.fields().forEach((part, field) -> {
            if (object.field(field).isEmpty()) {
                faults.add("events." + part, "record.stage-events-unknown-field", "field", field);
            }
        });
    }

    @Override
    public List<FieldDefinition> fields(StagePathSettings settings) {
        return List.of(FieldDefinition.ofSystem(
                settings.since(), new Label("进入阶段时间", "In stage since"), new FieldType.DateTime()));
    }

    @Override
    public Parts parts(StagePathSettings settings, ObjectDefinition object) {
        String field = settings.field();
        Map<String, String> assignments =
                Map.of(settings.since(), "if(changed(" + field + "), now(), old." + settings.since() + ")");
        List<Gate> gates = new ArrayList<>();
        settings.stages().forEach((key, stage) -> gates.addAll(gates(field, key, stage)));
        List<Append> appends = settings.events() == null ? List.of() : List.of(append(field, settings.events()));
        return new Parts(assignments, gates, appends);
    }

    private static List<Gate> gates(String field, String key, StagePathSettings.Stage stage) {
        List<Gate> gates = new ArrayList<>();
        String enters = "changed(" + field + ") and " + field + " = \"" + key + "\"";
        if (stage.gate() != null) {
            Label message = Objects.requireNonNullElse(
                    stage.message(), new Label("进入这个阶段的条件还没有满足", "What this stage asks for is still missing"));
            gates.add(new Gate("if(" + enters + ", coalesce((" + stage.gate() + "), false), true)", message, field));
        }
        if (!stage.next().isEmpty()) {
            String allowed = stage.next().stream().map(next -> '"' + next + '"').collect(Collectors.joining(", "));
            gates.add(new Gate(
                    "if(changed(" + field + ") and old." + field + " = \"" + key + "\", " + field + " in (" + allowed
                            + "), true)",
                    new Label("从当前阶段不能直接到这个阶段", "This stage cannot follow the present one"),
                    field));
        }
        return gates;
    }

    private static Append append(String field, StagePathSettings.Events events) {
        Map<String, String> values = new LinkedHashMap<>();
        events.fields()
                .forEach((part, target) -> values.put(
                        target, Objects.requireNonNull(EVENT_VALUES.get(part)).formatted(field)));
        return new Append(events.object(), "changed(" + field + ")", values);
    }
}
