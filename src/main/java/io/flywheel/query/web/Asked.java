package io.flywheel.query.web;

import io.flywheel.http.Call;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a call asks for from its path and parameters. */
final class Asked {
    static final int DEFAULT_LIMIT = 50;
    static final List<String> LIST = List.of("where", "order", "fields", "limit", "after", "count");

    private Asked() {}

    static Selection selection(Call call) {
        refuseUnknown(call, LIST);
        return new Selection(
                call.variable("object"),
                text(call.parameter("where")),
                order(call.parameter("order")),
                Selection.names(call.parameter("fields")),
                number(call.parameter("limit"), DEFAULT_LIMIT),
                text(call.parameter("after")),
                count(call.parameter("count")));
    }

    /** A parameter that is not known would be ignored silently, and a filter with a typing error would match all. */
    static void refuseUnknown(Call call, List<String> known) {
        for (String name : call.parameterNames()) {
            if (!known.contains(name)) {
                String near = Nearest.to(name, known).orElse(String.join(", ", known));
                throw new Problem.Malformed("query.unknown-parameter", Map.of("name", name, "known", near));
            }
        }
    }

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    static List<Selection.Order> order(@Nullable String value) {
        List<Selection.Order> order = new ArrayList<>();
        Selection.names(value).forEach(name -> order.add(key(name)));
        return order;
    }

    static Selection.Order key(String name) {
        boolean descending = name.startsWith("-");
        return new Selection.Order(descending || name.startsWith("+") ? name.substring(1) : name, descending);
    }

    static int number(@Nullable String value, int otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new Problem.Malformed("query.limit-no-number", Map.of("given", value));
        }
    }

    static Selection.Count count(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Selection.Count.NONE;
        }
        try {
            return Selection.Count.valueOf(value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem.Malformed("query.count-unknown", Map.of("given", value));
        }
    }

    /** An id that cannot be one names no record. */
    static UUID id(Call call) {
        String text = call.variable("id");
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            // answered below
        }
        throw new Problem.NotFound("query.no-such-record", Map.of("object", call.variable("object"), "id", text));
    }
}
