package io.flywheel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.http.FlywheelTest;
import io.flywheel.http.Visitor;
import io.flywheel.http.World;
import io.flywheel.kernel.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@FlywheelTest
class SignUpTest {
    @LocalServerPort
    int port;

    @Autowired
    Database database;

    @Autowired
    World.Foundings foundings;

    @Test
    void foundsAWorkspaceAndLetsItsFirstMemberIn() {
        Visitor.Answer answer = Visitor.at(port).post("/api/workspaces", """
                {"name": "Nordwind", "email": "Ada@Nordwind.example", "password": "a quiet river",
                 "language": "en", "template": "crm", "sampleData": true}
                """);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/workspace/name").asString()).isEqualTo("Nordwind");
        String token = answer.body().path("token").asString();
        JsonNode me = Visitor.at(port).bearing(token).get("/api/me").body();
        assertThat(me.at("/workspace/id")).isEqualTo(answer.body().at("/workspace/id"));
        assertThat(me.at("/member/id")).isEqualTo(answer.body().at("/member/id"));
        assertThat(me.at("/account/email").asString()).isEqualTo("Ada@Nordwind.example");
        assertThat(me.path("language").asString()).isEqualTo("en");
        assertThat(me.at("/permissions/0").asString()).isEqualTo("laugh");

        Founder founder = foundings.last().founder();
        assertThat(founder.member().toString())
                .isEqualTo(answer.body().at("/member/id").asString());
        assertThat(founder.language()).isEqualTo(Language.EN);
        assertThat(founder.template()).isEqualTo("crm");
        assertThat(founder.sampleData()).isTrue();
        assertThat(schemas(foundings.last().workspace().schema())).isEqualTo(1);
    }

    @Test
    void leavesNothingBehindWhenItsFoundingFails() {
        Visitor.Answer answer = Visitor.at(port).post("/api/workspaces", """
                {"name": "%s", "email": "plato@sunk.example", "password": "a quiet river"}
                """.formatted(World.UNFOUNDABLE));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.raw().body()).doesNotContain("sank");
        assertThat(schemas(foundings.last().workspace().schema())).isZero();
        assertThat(count("select count(*) from flywheel.workspace where name = ?", World.UNFOUNDABLE))
                .isZero();
        assertThat(count("select count(*) from flywheel.account where email = ?", "plato@sunk.example"))
                .isZero();
    }

    @Test
    void namesEveryFaultOfAWish() {
        Visitor.Answer answer = Visitor.at(port).post("/api/workspaces", """
                {"name": "  x ", "email": "nobody", "password": "password123"}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("code").asString()))
                .containsExactly("identity.email-malformed", "identity.password-too-common");
        assertThat(Visitor.at(port).post("/api/workspaces", "{}").body().path("faults"))
                .extracting(fault -> fault.path("path").asString())
                .containsExactly("name", "email", "password");
    }

    @Test
    void letsAKnownEmailFoundASecondWorkspaceWithItsOwnPasswordOnly() {
        Visitor.at(port).founding("First", "twice@two.example");
        String second = """
                {"name": "Second", "email": "TWICE@two.example", "password": "%s"}
                """;

        Visitor.Answer refused = Visitor.at(port).post("/api/workspaces", second.formatted("another long one"));
        assertThat(refused.body().at("/faults/0/code").asString()).isEqualTo("identity.email-has-account");

        Visitor.Answer founded = Visitor.at(port).post("/api/workspaces", second.formatted("a quiet river"));
        assertThat(founded.status()).isEqualTo(201);
        JsonNode me = Visitor.at(port)
                .bearing(founded.body().path("token").asString())
                .get("/api/me")
                .body();
        assertThat(me.at("/account/workspaces"))
                .extracting(workspace -> workspace.path("name").asString())
                .containsExactly("Second", "First");
    }

    private long schemas(String schema) {
        return count("select count(*) from information_schema.schemata where schema_name = ?", schema);
    }

    private long count(String sql, String bind) {
        return database.platform(connection -> Sql.of(sql, bind).first(connection, row -> row.getLong(1)))
                .orElseThrow();
    }
}
