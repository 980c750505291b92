package io.flywheel.catalog.reading;

import io.flywheel.kernel.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads parts of a document that passed its schema. */
public final class Json {
    private Json() {}

    /** One text for both languages, or one for each. */
    public static Label label(JsonNode node) {
        return node.isString()
                ? Label.same(node.asString())
                : new Label(node.path("zh").asString(""), node.path("en").asString(""));
    }

    public static @Nullable Label optionalLabel(JsonNode node) {
        return node.isMissingNode() ? null : label(node);
    }

    public static @Nullable String text(JsonNode node, String property) {
        JsonNode value = node.get(property);
        return value == null || value.isNull() ? null : value.asString();
    }

    public static String text(JsonNode node, String property, String otherwise) {
        String value = text(node, property);
        return value == null ? otherwise : value;
    }

    public static boolean flag(JsonNode node, String property, boolean otherwise) {
        JsonNode value = node.get(property);
        return value == null ? otherwise : value.asBoolean();
    }

    public static int number(JsonNode node, String property, int otherwise) {
        JsonNode value = node.get(property);
        return value == null ? otherwise : value.asInt();
    }

    /** A list of texts, empty when absent. */
    public static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(item -> all.add(item.asString()));
        return List.copyOf(all);
    }
}
