package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Views of a list over HTTP: whose they are, what may stand in them, and what happens when fields go. */
class SavedViewsTest extends Company {
    private static final String MINE = """
            {"object": "opportunity", "label": "Large and mine", "columns": ["name", "account.name", "amount"],
             "where": "owner = me and amount > 1", "order": ["-amount"], "density": "compact", "widths": {"name": 300}}""";

    private static List<String> names(Visitor visitor, String object, boolean mine) {
        return visitor.get("/api/views?object=" + object)
                .body()
                .path("views")
                .valueStream()
                .filter(view -> view.path("mine").asBoolean() == mine)
                .map(view -> view.path("name").asString())
                .toList();
    }

    private static List<String> paths(Answer answer) {
        return answer.body()
                .path("faults")
                .valueStream()
                .map(fault -> fault.path("path").asString())
                .toList();
    }

    @Test
    void keepsOnesOwnBesideTheSharedOnesAndShowsThemToNobodyElse() {
        Answer kept = ann.post("/api/views", MINE);
        assertThat(kept.status()).as(kept.raw().body()).isEqualTo(201);
        String id = kept.body().path("name").asString();
        assertThat(names(ann, "opportunity", true)).contains(id);
        assertThat(names(ann, "opportunity", false)).contains("opportunities");
        assertThat(names(ann, "account", true)).isEmpty();
        assertThat(names(boss, "opportunity", true)).doesNotContain(id);
        assertThat(boss.patch("/api/views/" + id, "{\"label\": \"Not his\"}").status())
                .isEqualTo(404);
        assertThat(boss.delete("/api/views/" + id).status()).isEqualTo(404);
        assertThat(ann.delete("/api/views/" + id).status()).isEqualTo(204);
        assertThat(names(ann, "opportunity", true)).doesNotContain(id);
    }

    @Test
    void changesWhatIsGivenAndNothingBehindSomebodysBack() {
        String path =
                "/api/views/" + ann.post("/api/views", MINE).body().path("name").asString();
        Answer renamed = ann.with("If-Match", "\"1\"").patch(path, "{\"label\": \"Renamed\", \"where\": null}");
        assertThat(renamed.status()).as(renamed.raw().body()).isEqualTo(200);
        assertThat(renamed.header("ETag")).isEqualTo("\"2\"");
        JsonNode document = renamed.body().path("document");
        assertThat(document.path("label").asString()).isEqualTo("Renamed");
        assertThat(document.has("where")).isFalse();
        assertThat(document.at("/widths/name").asInt()).isEqualTo(300);
        assertThat(ann.with("If-Match", "\"1\"")
                        .patch(path, "{\"label\": \"Late\"}")
                        .status())
                .isEqualTo(409);
        assertThat(paths(ann.patch(path, "{\"object\": \"account\"}"))).containsExactly("object");
    }

    @Test
    void namesEveryFaultAsForADefinition() {
        Answer shape = ann.post("/api/views", """
                {"object": "opportunity", "label": "x", "columns": [], "density": "tight", "widths": {"name": 1}}""");
        assertThat(shape.status()).isEqualTo(422);
        assertThat(paths(shape)).contains("columns", "density", "widths.name");
        Answer fields = ann.post("/api/views", """
                {"object": "opportunity", "label": "x", "columns": ["nmae"], "where": "stagee = 1", "order": ["-amuont"]}""");
        assertThat(paths(fields)).contains("columns", "where", "order");
        assertThat(fields.raw().body()).contains("name", "stage", "amount");
    }

    @Test
    void knowsNothingThatIsOutOfSight() {
        assertThat(ann.post("/api/views", """
                        {"object": "product", "label": "x", "columns": ["name", "cost"]}""").status()).isEqualTo(422);
        assertThat(nemo.post("/api/views", MINE).status()).isEqualTo(404);
        assertThat(nemo.get("/api/views?object=opportunity").status()).isEqualTo(404);
        assertThat(ann.get("/api/views?object=no_such").status()).isEqualTo(404);
    }

    @Test
    void saysWhatAViewCannotShowAnyMore() {
        String label = "{\"zh\": \"试\", \"en\": \"Try\"}";
        put("/api/definitions/object/trial", """
                {"label": %s, "roles": {"title": "name"}, "fields": {
                  "name": {"type": "text", "label": %s}, "note": {"type": "text", "label": %s}}}""".formatted(label, label, label));
        Answer kept = boss.post("/api/views", """
                {"object": "trial", "label": "x", "columns": ["name", "note"]}""");
        assertThat(kept.status()).as(kept.raw().body()).isEqualTo(201);
        put("/api/definitions/object/trial", """
                {"label": %s, "roles": {"title": "name"}, "fields": {
                  "name": {"type": "text", "label": %s}}}""".formatted(label, label));
        JsonNode view = boss.get("/api/views?object=trial").body().path("views").path(0);
        assertThat(view.at("/faults/0/path").asString()).isEqualTo("columns");
        assertThat(view.at("/faults/0/message").asString()).contains("note");
    }
}
