package io.flywheel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.kernel.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Writing, mending and undoing over real HTTP, on the packaged apps. */
class RecordsOverHttpTest extends ProductTest {
    private static final String DEALS = "/api/objects/opportunity/records";

    @LocalServerPort
    private int port;

    private Visitor me;

    @BeforeEach
    void signUp() {
        me = Visitor.at(port).founding("Test", Ids.next() + "@example.com");
    }

    private String created(String object, String json) {
        Visitor.Answer answer = me.post("/api/objects/" + object + "/records", json);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private JsonNode read(String object, String id) {
        return me.get("/api/objects/" + object + "/records/" + id).body();
    }

    @Test
    void keepsEveryDigitOfAnAmount() {
        String id = created("opportunity", "{\"name\": \"Big\", \"amount\": 12345678901234567.89}");
        assertThat(me.get(DEALS + "/" + id).raw().body()).contains("\"amount\":12345678901234567.89");
    }

    @Test
    void createsARecordTogetherWithItsLines() {
        String product = created("product", "{\"name\": \"Crane\"}");
        String deal = created("opportunity", "{\"name\": \"Crane for the port\"}");
        String quote = created("quote", """
                {"opportunity": "%s", "lines": [
                  {"product": "%s", "quantity": 2, "unit_price": 10},
                  {"product": "%s", "quantity": 1, "unit_price": "5.5"}]}
                """.formatted(deal, product, product));
        Visitor.Answer lines = me.post("/api/query", """
                {"object": "quote_line", "where": "quote = \\"%s\\"", "measures": {"n": "count()"}}
                """.formatted(quote));
        assertThat(lines.body().path("rows").path(0).path(0).asString()).isEqualTo("2");
    }

    @Test
    void refusesASecondEditorAndSaysWhatChanged() {
        String id = created("opportunity", "{\"name\": \"A\"}");
        assertThat(me.with("If-Match", "\"1\"")
                        .patch(DEALS + "/" + id, "{\"name\": \"B\"}")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        Visitor.Answer late = me.with("If-Match", "\"1\"").patch(DEALS + "/" + id, "{\"next_step\": \"C\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("details").path("changed").asString()).isEqualTo("name");
    }

    @Test
    void changesManyAtOnceAndReportsTheOnesItCannot() {
        String first = created("opportunity", "{\"name\": \"A\"}");
        String second = created("opportunity", "{\"name\": \"B\"}");
        String body = """
                [{"id": "%s", "amount": 5}, {"id": "%s", "amount": -5}]
                """.formatted(first, second);
        Visitor.Answer all = me.patch(DEALS, body);
        assertThat(all.status()).isEqualTo(422);
        assertThat(all.body().path("faults").path(0).path("path").asString()).isEqualTo("[1].amount");
        assertThat(read("opportunity", first).path("amount").isNull()).isTrue();
        Visitor.Answer good = me.patch(DEALS + "?onFault=skip", body);
        assertThat(good.body().path("records")).hasSize(1);
        assertThat(good.body().path("refused").path(0).path("index").asInt()).isEqualTo(1);
        assertThat(read("opportunity", first).path("amount").asString()).isEqualTo("5");
    }

    @Test
    void listsWhatWasDeletedAndBringsItBack() {
        String id = created("account", "{\"name\": \"Acme\"}");
        String path = "/api/objects/account/records/" + id;
        assertThat(me.delete(path).status()).isEqualTo(204);
        assertThat(me.get(path).status()).isEqualTo(404);
        JsonNode bin = me.get("/api/objects/account/bin").body().path("records");
        assertThat(bin).hasSize(1);
        assertThat(bin.path(0).path("title").asString()).isEqualTo("Acme");
        assertThat(me.post(path + "/restoration", "").status()).isEqualTo(200);
        assertThat(me.get(path).status()).isEqualTo(200);
        assertThat(me.get("/api/objects/account/bin").body().path("records")).isEmpty();
    }

    @Test
    void previewsADraftWithoutWritingIt() {
        JsonNode fresh = me.post("/api/objects/opportunity/preview", """
                {"values": {"name": "A", "amount": 200, "probability": 25, "stage": "lost"}}
                """).body();
        assertThat(fresh.path("values").path("weighted").decimalValue()).isEqualByComparingTo("50");
        assertThat(fresh.path("visible").path("loss_reason").asBoolean()).isTrue();
        assertThat(fresh.path("warnings")).hasSize(1);
        String id = created("opportunity", "{\"name\": \"A\", \"amount\": 100, \"probability\": 10}");
        JsonNode existing =
                me.post("/api/objects/opportunity/preview", """
                {"id": "%s", "values": {"amount": -1, "probability": 50}}
                """.formatted(id)).body();
        assertThat(existing.path("values").path("weighted").decimalValue()).isEqualByComparingTo("-0.5");
        assertThat(existing.path("visible").path("loss_reason").asBoolean()).isFalse();
        assertThat(existing.path("faults").path(0).path("path").asString()).isEqualTo("amount");
        assertThat(read("opportunity", id).path("amount").asString()).isEqualTo("100");
    }

    @Test
    void tellsTheHistoryWithOldAndNewValues() {
        String id = created("opportunity", "{\"name\": \"A\"}");
        me.patch(DEALS + "/" + id, "{\"name\": \"B\"}");
        JsonNode entries = me.get(DEALS + "/" + id + "/history").body().path("entries");
        assertThat(entries).hasSize(2);
        assertThat(entries.path(0).path("changes").path(0).path("old").asString())
                .isEqualTo("A");
        assertThat(entries.path(0).path("changes").path(0).path("new").asString())
                .isEqualTo("B");
    }
}
