package io.flywheel.home.definition;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.DefinitionKind;
import io.flywheel.home.HomeDefinition;
import io.flywheel.home.HomeDefinition.Headline;
import io.flywheel.home.HomeDefinition.Tile;
import io.flywheel.home.HomeDefinition.Type;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The kind {@code home}. */
@Component
public final class HomeKind implements DefinitionKind<HomeDefinition> {
    private static final int USUAL_LIMIT = 5;

    @Override
    public String name() {
        return HomeDefinition.KIND;
    }

    @Override
    public Class<HomeDefinition> type() {
        return HomeDefinition.class;
    }

    @Override
    public String schema() {
        return "schema/home.json";
    }

    @Override
    public HomeDefinition read(String name, JsonNode document, Faults faults) {
        List<Tile> tiles = new ArrayList<>();
        document.path("tiles").forEach(tile -> tiles.add(tile(tile)));
        return new HomeDefinition(
                name,
                label(document.path("label")),
                texts(document.path("roles")),
                document.path("order").asInt(100),
                document.path("period").asString("quarter"),
                document.has("headline") ? headline(document.path("headline")) : null,
                List.copyOf(tiles));
    }

    private static Headline headline(JsonNode node) {
        return new Headline(
                node.path("metric").asString(""),
                node.path("by").asString("member"),
                label(node.path("ahead")),
                label(node.path("behind")),
                label(node.path("plain")));
    }

    private static Tile tile(JsonNode node) {
        List<String> metrics = new ArrayList<>(texts(node.path("metrics")));
        if (node.path("metric").isString()) {
            metrics.addFirst(node.path("metric").asString());
        }
        return new Tile(
                node.path("name").asString(""),
                Type.valueOf(node.path("type").asString("").toUpperCase(Locale.ROOT)),
                label(node.path("label")),
                node.path("width").asString("main"),
                List.copyOf(metrics),
                node.path("by").asString("member"),
                node.path("rankBy").asString("value"),
                text(node, "view"),
                text(node, "object"),
                text(node, "where"),
                texts(node.path("columns")),
                texts(node.path("order")),
                text(node, "due"),
                text(node, "groupBy"),
                node.path("limit").asInt(USUAL_LIMIT));
    }

    private static @Nullable String text(JsonNode node, String property) {
        return node.path(property).isString() ? node.path(property).asString() : null;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asString()));
        return List.copyOf(texts);
    }

    private static Label label(JsonNode node) {
        return node.isString()
                ? Label.same(node.asString())
                : new Label(node.path("zh").asString(""), node.path("en").asString(""));
    }

    @Override
    public void check(String name, HomeDefinition home, Catalog after, Faults faults) {
        new HomeCheck(home, after, faults).check();
    }
}
