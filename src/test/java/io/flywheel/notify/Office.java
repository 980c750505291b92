package io.flywheel.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The boss, Ann and Bob, who sell (each sees his own), and Nemo, who has no role; all signed in as people do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Office extends ProductTest {
    private static final String PASSWORD = "a quiet river bank";

    @LocalServerPort
    int port;

    Visitor boss = Visitor.at(0);
    Visitor ann = Visitor.at(0);
    Visitor bob = Visitor.at(0);
    Visitor nemo = Visitor.at(0);
    String annId = "";
    String bobId = "";

    @BeforeAll
    void found() {
        Answer founded = Visitor.at(port).post("/api/workspaces", """
                {"name": "Office", "email": "%s@office.example", "password": "a quiet river", "language": "en",
                 "template": "crm"}""".formatted(Ids.next()));
        assertThat(founded.status()).as(founded.raw().body()).isEqualTo(201);
        boss = Visitor.at(port).bearing(founded.body().path("token").asString());
        String bossId = boss.get("/api/me").body().at("/member/id").asString();
        boss.patch("/api/objects/member/records/" + bossId, "{\"name\":\"Boss\"}");
        annId = make(boss, "member", "{\"name\":\"Ann\"}");
        bobId = make(boss, "member", "{\"name\":\"Bob\"}");
        ann = signedIn(annId, "rep");
        bob = signedIn(bobId, "rep");
        nemo = signedIn(make(boss, "member", "{\"name\":\"Nemo\"}"), null);
    }

    private Visitor signedIn(String member, @Nullable String role) {
        if (role != null) {
            Answer given = boss.send("PUT", "/api/members/" + member + "/roles", "{\"roles\":[\"" + role + "\"]}");
            assertThat(given.status()).as(given.raw().body()).isEqualTo(200);
        }
        String way = "{\"email\":\"" + member + "@office.example\",\"password\":\"" + PASSWORD + "\"}";
        Answer let = boss.post("/api/members/" + member + "/account", way);
        assertThat(let.status()).as(let.raw().body()).isEqualTo(201);
        Answer session = Visitor.at(port).post("/api/session", way);
        assertThat(session.status()).as(session.raw().body()).isLessThan(300);
        return Visitor.at(port).bearing(session.cookie("flywheel_session"));
    }

    static String make(Visitor visitor, String object, String json) {
        Answer answer = visitor.post("/api/objects/" + object + "/records", json);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.body().path("id").asString();
    }
}
