package io.flywheel.catalog.reading;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.DefinitionKind;
import io.flywheel.catalog.FormDefinition;
import io.flywheel.catalog.FormDefinition.Related;
import io.flywheel.catalog.FormDefinition.Section;
import io.flywheel.catalog.checking.FormCheck;
import io.flywheel.kernel.Faults;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The kind {@code form}: how the page of an object's records is laid out. */
public final class FormKind implements DefinitionKind<FormDefinition> {
    private static final int USUAL_COLUMNS = 2;

    @Override
    public String name() {
        return Catalog.FORM;
    }

    @Override
    public Class<FormDefinition> type() {
        return FormDefinition.class;
    }

    @Override
    public String schema() {
        return "schema/form.json";
    }

    @Override
    public FormDefinition read(String name, JsonNode document, Faults faults) {
        FieldNames.checkAny(name, "", faults);
        return new FormDefinition(
                name,
                Json.text(document, "object", ""),
                Json.label(document.path("label")),
                Json.texts(document.path("header")),
                Json.texts(document.path("facts")),
                document.path("sections").valueStream().map(FormKind::section).toList(),
                related(document.path("related")));
    }

    private static Section section(JsonNode node) {
        return new Section(
                Json.optionalLabel(node.path("label")),
                Json.number(node, "columns", USUAL_COLUMNS),
                Json.texts(node.path("fields")));
    }

    private static List<Related> related(JsonNode lists) {
        return lists.valueStream()
                .map(node -> new Related(
                        Json.text(node, "field"),
                        Json.text(node, "object"),
                        Json.text(node, "via"),
                        Json.texts(node.path("columns"))))
                .toList();
    }

    @Override
    public void check(String name, FormDefinition form, Catalog after, Faults faults) {
        new FormCheck(after, form, faults).check();
    }
}
