package io.flywheel.catalog.reading;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.DefinitionKind;
import io.flywheel.catalog.ViewDefinition;
import io.flywheel.catalog.checking.ViewCheck;
import io.flywheel.kernel.Faults;
import java.util.Locale;
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
                Json.flag(document, "shared", true));
    }

    @Override
    public void check(String name, ViewDefinition view, Catalog after, Faults faults) {
        new ViewCheck(after, view, faults).check();
    }
}
