package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.identity.ApiKeys;
import io.flywheel.identity.Identities;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A workspace with the packaged apps: Ann and Bob sell (role {@code rep}, scope own), Nemo has no role. Whatever is
 * Bob's alone holds the word {@code secret} or the number 98765.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Company extends ProductTest {
    static final String[] SECRETS = {"secret", "98765"};

    @LocalServerPort
    int port;

    @Autowired
    ApiKeys keys;

    @Autowired
    Identities identities;

    Visitor boss = Visitor.at(0);
    Visitor ann = Visitor.at(0);
    Visitor nemo = Visitor.at(0);
    String annId = "";
    String bobId = "";
    String annDeal = "";
    String annQuote = "";
    String bobAccount = "";
    String bobDeal = "";
    String bobQuote = "";
    String product = "";

    @BeforeAll
    void found() {
        Visitor.Answer founded = Visitor.at(port).post("/api/workspaces", """
                {"name": "Company", "email": "%s@company.example", "password": "a quiet river", "language": "en",
                 "template": "crm"}""".formatted(Ids.next()));
        assertThat(founded.status()).as(founded.raw().body()).isEqualTo(201);
        boss = Visitor.at(port).bearing(founded.body().path("token").asString());
        put("/api/apps/performance", "{}");
        annId = member("Ann", "rep");
        bobId = member("Bob", "rep");
        ann = as(annId);
        nemo = as(member("Nemo", null));
        records();
    }

    private void records() {
        product = make("product", "{\"name\":\"Widget\",\"cost\":98765}");
        bobAccount = make("account", "{\"name\":\"secret customer\",\"owner\":\"" + bobId + "\"}");
        bobDeal = make(
                "opportunity",
                "{\"name\":\"secret deal\",\"amount\":98765,\"stage\":\"won\",\"close_date\":\"2026-03-01\",\"owner\":\""
                        + bobId + "\",\"account\":\"" + bobAccount + "\"}");
        bobQuote = quote(bobId, bobDeal, "secret line");
        annDeal = make(
                "opportunity",
                "{\"name\":\"open deal\",\"amount\":5,\"owner\":\"" + annId + "\",\"account\":\"" + bobAccount
                        + "\",\"product\":\"" + product + "\"}");
        annQuote = quote(annId, annDeal, "open line");
        Answer changed = boss.patch("/api/objects/product/records/" + product, "{\"cost\":987650}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
    }

    private String quote(String owner, String deal, String note) {
        return make(
                "quote",
                "{\"owner\":\"" + owner + "\",\"opportunity\":\"" + deal + "\",\"lines\":[{\"product\":\"" + product
                        + "\",\"unit_price\":7,\"unit_cost\":98765,\"note\":\"" + note + "\"}]}");
    }

    String make(String object, String json) {
        Answer answer = boss.post("/api/objects/" + object + "/records", json);
        assertThat(answer.status()).as(object + answer.raw().body()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    void put(String path, String json) {
        Answer answer = boss.send("PUT", path, json);
        assertThat(answer.status()).as(path + answer.raw().body()).isEqualTo(200);
    }

    private String member(String name, @org.jspecify.annotations.Nullable String role) {
        String id = make("member", "{\"name\":\"" + name + "\"}");
        if (role != null) {
            put("/api/members/" + id + "/roles", "{\"roles\":[\"" + role + "\"]}");
        }
        return id;
    }

    /** Somebody who comes with a key of that member. */
    private Visitor as(String member) {
        Actor founder = founder();
        Actor actor = new Actor(founder.workspace(), UUID.fromString(member), Language.EN);
        return Visitor.at(port).bearing(keys.create(actor, "test", null).secret());
    }

    private Actor founder() {
        String token = boss.headers().getOrDefault("Authorization", "").replace("Bearer ", "");
        return identities.of(token).orElseThrow().actor(Language.EN);
    }
}
