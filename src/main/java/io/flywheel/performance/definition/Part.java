package io.flywheel.performance.definition;

import io.flywheel.kernel.Label;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a document that passed its schema. */
record Part(JsonNode node) {

    Label label(String property) {
        Label found = optionalLabel(property);
        return found == null ? Label.same("") : found;
    }

    @Nullable
    Label optionalLabel(String property) {
        JsonNode value = node.get(property);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isString()
                ? Label.same(value.asString())
                : new Label(value.path("zh").asString(""), value.path("en").asString(""));
    }

    @Nullable
    String text(String property) {
        JsonNode value = node.get(property);
        return value == null || value.isNull() ? null : value.asString();
    }

    String text(String property, String otherwise) {
        String value = text(property);
        return value == null ? otherwise : value;
    }

    int whole(String property, int otherwise) {
        JsonNode value = node.get(property);
        return value == null || value.isNull() ? otherwise : value.asInt();
    }

    @Nullable
    BigDecimal number(String property) {
        JsonNode value = node.get(property);
        return value == null || !value.isNumber() ? null : value.decimalValue();
    }

    BigDecimal number(String property, long otherwise) {
        BigDecimal value = number(property);
        return value == null ? BigDecimal.valueOf(otherwise) : value;
    }

    List<String> texts(String property) {
        List<String> all = new ArrayList<>();
        node.path(property).forEach(item -> all.add(item.asString()));
        return List.copyOf(all);
    }

    List<Part> parts(String property) {
        List<Part> all = new ArrayList<>();
        node.path(property).forEach(item -> all.add(new Part(item)));
        return List.copyOf(all);
    }
}
