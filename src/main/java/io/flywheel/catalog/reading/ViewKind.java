package io.flywheel.catalog.reading;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.DefinitionKind;
import io.flywheel.catalog.ViewDefinition;
import io.flywheel.catalog.checking.ViewCheck;
import io.flywheel.kernel.Faults;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The kind {@code view}: a way to look at an object's records. */
public final class ViewKind implements DefinitionKind<ViewDefinition> {
    @Override
    public String name() {
        return Catalog.VIEW;
    }

    @Override
    public Class<ViewDefinition> type() {
        return ViewDefinition.class;
    }

    @Override
    public String schema() {
        return "schema/view.json";
    }

    @Override
    public ViewDefinition read(String name, JsonNode document, Faults faults) {
        FieldNames.checkAny(name, "", faults);
        return new ViewDefinition(
                name,
                Json.text(document, "object", ""),
                Json.label(document.path("label")),
                ViewDefinition.Type.valueOf(Json.text(document, "type", "list").toUpperCase(Locale.ROOT)),
                Json.texts(document.path("columns")),
                Json.text(document, "where"),
                Json.texts(document.path("order")),
                Json.flag(document, "shared", true),
                board(document.path("board")),
                calendar(document.path("calendar")));
    }

    private static ViewDefinition.@Nullable Board board(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Map<String, String> card = new LinkedHashMap<>();
        node.path("card")
                .properties()
                .forEach(part -> card.put(part.getKey(), part.getValue().asString()));
        Map<String, Integer> limits = new LinkedHashMap<>();
        node.path("limits")
                .properties()
                .forEach(limit -> limits.put(limit.getKey(), limit.getValue().intValue()));
        return new ViewDefinition.Board(Json.text(node, "column"), Json.texts(node.path("sums")), card, limits);
    }

    private static ViewDefinition.@Nullable Calendar calendar(JsonNode node) {
        return node.isObject()
                ? new ViewDefinition.Calendar(
                        Json.text(node, "start", ""),
                        Json.text(node, "end"),
                        Json.text(node, "time"),
                        Json.text(node, "colour"))
                : null;
    }

    @Override
    public void check(String name, ViewDefinition view, Catalog after, Faults faults) {
        new ViewCheck(after, view, faults).check();
    }
}
