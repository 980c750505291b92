package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** What may not be seen does not exist: no way of asking shows it, none changes it. */
class RightsTest extends Company {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/objects/account/records?count=exact",
                "/api/objects/opportunity/records?fields=name,amount,account,account.name,account.owner&count=exact",
                "/api/objects/opportunity/records?order=account.name",
                "/api/objects/opportunity/records?where=account.name%20%3D%20%22secret%20customer%22&fields=amount",
                "/api/objects/opportunity/records?where=amount%20%3D%2098765&fields=id,name",
                "/api/objects/quote/records",
                "/api/objects/quote_line/records",
                "/api/objects/quote_line/records?fields=note,quote.opportunity.name",
                "/api/objects/stage_event/records",
                "/api/objects/opportunity/deleted",
                "/api/search?q=secret",
                "/api/search?q=customer",
                "/api/metrics/average_deal/values?period=2026",
                "/api/metrics/average_deal/values?period=2026&by=member",
                "/api/metrics/average_deal/records?period=2026",
                "/api/definitions",
                "/api/definitions/object",
                "/api/imports",
                "/api/me",
                "/api/openapi.json"
            })
    void showsNothingOfOthers(String path) {
        Answer answer = ann.get(path);
        assertThat(answer.raw().body()).doesNotContain(SECRETS).doesNotContain("987650");
    }

    @Test
    void findsOnesOwn() {
        assertThat(ann.get("/api/objects/opportunity/records?count=exact")
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(ann.get("/api/objects/quote_line/records?fields=note").raw().body())
                .contains("open line");
        assertThat(ann.get("/api/objects/opportunity/records/" + annDeal)
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("open deal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\":\"account\",\"groupBy\":[\"name\"],\"measures\":{\"n\":\"count()\"}}",
                "{\"object\":\"opportunity\",\"measures\":{\"v\":\"sum(amount)\",\"m\":\"max(amount)\"}}",
                "{\"object\":\"opportunity\",\"groupBy\":[\"account.name\"],\"measures\":{\"n\":\"count()\"}}",
                "{\"object\":\"opportunity\",\"groupBy\":[\"account\"],\"measures\":{\"n\":\"count()\"}}",
                "{\"object\":\"opportunity\",\"groupBy\":[\"owner\"],\"measures\":{\"v\":\"sum(amount)\"}}",
                "{\"object\":\"quote_line\",\"groupBy\":[\"note\"],\"measures\":{\"n\":\"count()\"}}",
                "{\"object\":\"product\",\"measures\":{\"v\":\"max(cost)\"}}",
                "{\"object\":\"product\",\"groupBy\":[\"cost\"],\"measures\":{\"n\":\"count()\"}}",
                "{\"object\":\"opportunity\",\"groupBy\":[\"product.cost\"],\"measures\":{\"n\":\"count()\"}}",
                "{\"object\":\"opportunity\",\"measures\":{\"v\":\"sum(product.cost)\"}}",
                "{\"object\":\"quote\",\"measures\":{\"v\":\"sum(sum(lines.unit_cost))\"}}"
            })
    void countsNothingOfOthers(String question) {
        assertThat(ann.post("/api/query", question).raw().body()).doesNotContain(SECRETS);
    }

    @Test
    void findsNothingByAskingForTheNameBehindAReferenceOutOfSight() {
        String where = HostileTest.encoded("account.name = \"secret customer\"");
        Answer list = ann.get("/api/objects/opportunity/records?where=" + where + "&count=exact");
        assertThat(list.body().path("records")).isEmpty();
        assertThat(list.body().path("count").asInt()).isZero();
    }

    @Test
    void knowsNoRecordOfOthersByItsId() {
        for (String one : new String[] {
            "account/records/" + bobAccount, "opportunity/records/" + bobDeal, "quote/records/" + bobQuote
        }) {
            String path = "/api/objects/" + one;
            assertThat(ann.get(path).status()).isEqualTo(404);
            assertThat(ann.get(path + "/history").status()).isEqualTo(404);
            assertThat(ann.patch(path, "{}").status()).isEqualTo(404);
            Answer deleted = ann.delete(path);
            assertThat(deleted.status()).isIn(403, 404);
            assertThat(ann.delete(path.replaceFirst("[^/]*$", UUID.randomUUID().toString()))
                            .code())
                    .isEqualTo(deleted.code());
            assertThat(ann.post(path + "/restoration", "{}").status()).isIn(403, 404);
        }
        assertThat(ann.patch("/api/objects/account/records", "[{\"id\":\"" + bobAccount + "\",\"name\":\"x\"}]")
                        .status())
                .isEqualTo(404);
        assertThat(boss.get("/api/objects/account/records/" + bobAccount)
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("secret customer");
    }

    @Test
    void refersToNothingOfOthers() {
        HostileTest.assertRefused(
                ann.post("/api/objects/opportunity/records", "{\"name\":\"x\",\"account\":\"" + bobAccount + "\"}"),
                422,
                "account record.no-such-reference");
        String line = "{\"quote\":\"%s\",\"product\":\"%s\",\"unit_price\":1}".formatted(bobQuote, product);
        Answer created = ann.post("/api/objects/quote_line/records", line);
        assertThat(created.status()).as(created.raw().body()).isIn(403, 404, 422);
        String mine = ann.get("/api/objects/quote_line/records?fields=id")
                .body()
                .at("/records/0/id")
                .asString();
        Answer moved = ann.patch("/api/objects/quote_line/records/" + mine, "{\"quote\":\"" + bobQuote + "\"}");
        assertThat(moved.status()).as(moved.raw().body()).isIn(403, 404, 422);
        assertThat(boss.post(
                                "/api/query",
                                "{\"object\":\"quote_line\",\"where\":\"quote = \\\"" + bobQuote
                                        + "\\\"\",\"measures\":{\"n\":\"count()\"}}")
                        .raw()
                        .body())
                .contains("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            product | fields=name,cost                | query.unknown-field
            product | order=cost                      | query.unknown-field
            product | where=cost%20%3E%201            | formula.unknown-name
            opportunity | fields=product.cost         | query.unknown-field
            opportunity | where=product.cost%20%3E%201| formula.unknown-name
            opportunity | order=-product.cost         | query.unknown-field
            quote   | where=sum(lines.unit_cost)%20%3E%201 | formula.unknown-name
            """)
    void knowsNoHiddenField(String object, String query, String wanted) {
        HostileTest.assertRefused(ann.get("/api/objects/" + object + "/records?" + query), 422, wanted);
    }

    @Test
    void showsNoHiddenFieldInARecordItsHistoryOrItsDefinition() {
        assertThat(ann.get("/api/objects/product/records/" + product).body().has("cost"))
                .isFalse();
        Answer history = ann.get("/api/objects/product/records/" + product + "/history");
        assertThat(history.status()).isEqualTo(200);
        assertThat(history.raw().body()).doesNotContain("98765").doesNotContain("\"cost\"");
        assertThat(ann.get("/api/openapi.json")
                        .body()
                        .at("/components/schemas/product/properties")
                        .has("cost"))
                .isFalse();
        assertThat(ann.get("/api/definitions/object/product")
                        .body()
                        .path("fields")
                        .has("cost"))
                .isFalse();
        assertThat(boss.get("/api/definitions/object/product")
                        .body()
                        .path("fields")
                        .has("cost"))
                .isTrue();
        HostileTest.assertRefused(
                ann.patch("/api/objects/quote/records/" + annQuote, "{\"cost\":1}"), 422, "cost record.unknown-field");
    }

    @Test
    void forbidsWhatIsLackingOnWhatIsSeen() {
        assertThat(ann.delete("/api/objects/opportunity/records/" + annDeal).status())
                .isEqualTo(403);
        assertThat(ann.patch("/api/objects/product/records/" + product, "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(ann.post("/api/objects/product/records", "{\"name\":\"x\"}").status())
                .isEqualTo(403);
        Answer handed = ann.patch("/api/objects/opportunity/records/" + annDeal, "{\"owner\":\"" + bobId + "\"}");
        assertThat(handed.status()).as(handed.raw().body()).isEqualTo(403);
        assertThat(ann.send("PUT", "/api/definitions/object/product", "{}").status())
                .isEqualTo(403);
        assertThat(ann.delete("/api/definitions/object/product").status()).isEqualTo(403);
        assertThat(ann.get("/api/definitions/object/product/revisions").status())
                .isEqualTo(403);
        assertThat(ann.send("PUT", "/api/apps/crm", "{}").status()).isEqualTo(403);
        assertThat(ann.get("/api/members/" + annId + "/roles").status()).isEqualTo(403);
        assertThat(ann.send("PUT", "/api/members/" + annId + "/roles", "{\"roles\":[\"administrator\"]}")
                        .status())
                .isEqualTo(403);
        Answer imported = ann.with("Content-Type", MediaType.MULTIPART_FORM_DATA_VALUE + ";boundary=b")
                .post("/api/imports", """
                        --b\r
                        Content-Disposition: form-data; name="object"\r
                        \r
                        account\r
                        --b\r
                        Content-Disposition: form-data; name="file"; filename="a.csv"\r
                        \r
                        name
                        x
                        \r
                        --b--\r
                        """);
        assertThat(imported.status()).as(imported.raw().body()).isEqualTo(403);
    }

    @Test
    void letsWhoHasNoRoleSeeNothing() {
        assertThat(nemo.get("/api/definitions")
                        .body()
                        .path("definitions")
                        .valueStream()
                        .filter(one -> one.path("kind").asString().equals("object")))
                .isEmpty();
        assertThat(nemo.get("/api/objects/account/records").status()).isEqualTo(404);
        assertThat(nemo.get("/api/objects/member/records").status()).isEqualTo(404);
        assertThat(nemo.get("/api/search?q=secret").body().path("records")).isEmpty();
        assertThat(nemo.get("/api/metrics").body().path("metrics")).isEmpty();
        assertThat(nemo.get("/api/me").body().at("/permissions/objects")).isEmpty();
        assertThat(nemo.get("/api/openapi.json")
                        .body()
                        .at("/components/schemas/account")
                        .isMissingNode())
                .isTrue();
    }
}
