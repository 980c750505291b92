package io.flywheel.catalog.running;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Nothing is lost by being left out: a field that a document no longer names is kept in it as retired. */
final class Carrying {
    private static final String FIELDS = "fields";

    private Carrying() {}

    static JsonNode over(@Nullable JsonNode before, JsonNode after) {
        if (before == null
                || !before.path(FIELDS).isObject()
                || !after.path(FIELDS).isObject()) {
            return after;
        }
        ObjectNode carried = (ObjectNode) after.deepCopy();
        ObjectNode fields = (ObjectNode) carried.get(FIELDS);
        for (Map.Entry<String, JsonNode> field : before.get(FIELDS).properties()) {
            if (!fields.has(field.getKey()) && field.getValue().isObject()) {
                ObjectNode kept = (ObjectNode) field.getValue().deepCopy();
                kept.put("retired", true);
                fields.set(field.getKey(), kept);
            }
        }
        return carried;
    }
}
