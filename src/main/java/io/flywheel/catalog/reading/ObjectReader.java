package io.flywheel.catalog.reading;

import io.flywheel.catalog.Facilities;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemFields;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads one object's document. */
final class ObjectReader {
    private final String name;
    private final JsonNode document;
    private final Facilities facilities;
    private final Faults faults;
    private final Map<String, FieldDefinition> fields = new LinkedHashMap<>();
    private final Map<String, FieldDefinition> retired = new LinkedHashMap<>();

    ObjectReader(String name, JsonNode document, Facilities facilities, Faults faults) {
        this.name = name;
        this.document = document;
        this.facilities = facilities;
        this.faults = faults;
    }

    ObjectDefinition read() {
        Label label = Json.label(document.path("label"));
        Label plural = Json.optionalLabel(document.path("plural"));
        Map<String, JsonNode> settings = map(document.path("facilities"));
        readFields(settings);
        return new ObjectDefinition(
                name,
                label,
                plural == null ? label : plural,
                Json.text(document, "icon"),
                Collections.unmodifiableMap(fields),
                Collections.unmodifiableMap(retired),
                roles(),
                sets("unique"),
                sets("indexes"),
                summaries(),
                rules(),
                settings,
                false);
    }

    private void readFields(Map<String, JsonNode> settings) {
        for (Map.Entry<String, JsonNode> entry : document.path("fields").properties()) {
            FieldDefinition field = field(entry.getKey(), entry.getValue());
            (field.retired() ? retired : fields).put(field.name(), field);
        }
        for (FieldDefinition added : facilities.fields(settings, faults)) {
            if (fields.containsKey(added.name()) || retired.containsKey(added.name())) {
                faults.add("fields." + added.name(), "catalog.field-of-facility", "name", added.name());
            } else {
                fields.put(added.name(), added);
            }
        }
        SystemFields.of(name).forEach(field -> fields.put(field.name(), field));
    }

    private FieldDefinition field(String field, JsonNode node) {
        String path = "fields." + field;
        FieldNames.check(field, path, faults);
        return new FieldDefinition(
                field,
                Json.label(node.path("label")),
                Json.optionalLabel(node.path("help")),
                new TypeReader(node, path, faults).read(),
                Json.flag(node, "required", false),
                Json.flag(node, "unique", false),
                Json.flag(node, "indexed", false),
                Json.flag(node, "searchable", false),
                Json.flag(node, "history", true),
                Json.text(node, "default"),
                Json.text(node, "requiredWhen"),
                Json.text(node, "visibleWhen"),
                Json.text(node, "readOnlyWhen"),
                false,
                Json.flag(node, "retired", false));
    }

    private Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        document.path("roles")
                .properties()
                .forEach(role -> roles.put(role.getKey(), role.getValue().asString()));
        return Collections.unmodifiableMap(roles);
    }

    private List<List<String>> sets(String property) {
        List<List<String>> sets = new ArrayList<>();
        document.path(property).forEach(set -> sets.add(Json.texts(set)));
        return List.copyOf(sets);
    }

    private List<ObjectDefinition.Summary> summaries() {
        List<ObjectDefinition.Summary> summaries = new ArrayList<>();
        document.path("summaries")
                .forEach(summary -> summaries.add(new ObjectDefinition.Summary(
                        Json.texts(summary.path("by")), Json.texts(summary.path("sums")))));
        return List.copyOf(summaries);
    }

    private List<ObjectDefinition.Rule> rules() {
        List<ObjectDefinition.Rule> rules = new ArrayList<>();
        document.path("rules")
                .forEach(rule -> rules.add(new ObjectDefinition.Rule(
                        Json.text(rule, "name", ""),
                        Json.text(rule, "check", ""),
                        Json.label(rule.path("message")),
                        Json.text(rule, "level", "refuse").equals("refuse"),
                        Json.text(rule, "field"))));
        return List.copyOf(rules);
    }

    private static Map<String, JsonNode> map(JsonNode node) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(map);
    }
}
