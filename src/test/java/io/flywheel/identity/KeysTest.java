package io.flywheel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.FlywheelTest;
import io.flywheel.http.TestClock;
import io.flywheel.http.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlywheelTest
class KeysTest {
    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Test
    void showsAKeyOnceAndActsForItsMember() {
        Visitor member = Visitor.at(port).founding("Keyed", "keyed@key.example");

        Visitor.Answer made = member.post("/api/keys", "{\"name\": \"nightly import\"}");
        assertThat(made.status()).isEqualTo(201);
        String secret = made.body().path("key").asString();
        Visitor program = Visitor.at(port).bearing(secret);

        assertThat(program.get("/api/me").body().at("/member/id"))
                .isEqualTo(member.get("/api/me").body().at("/member/id"));
        Visitor.Answer list = member.get("/api/keys");
        assertThat(list.raw().body()).contains("nightly import").doesNotContain(secret);
        assertThat(secret).startsWith(list.body().at("/keys/0/prefix").asString());
    }

    @Test
    void refusesARevokedAndAnExpiredKeyAtOnce() {
        Visitor member = Visitor.at(port).founding("Revoked", "revoked@key.example");
        Visitor.Answer made = member.post("/api/keys", "{\"name\": \"one\"}");
        Visitor program = Visitor.at(port).bearing(made.body().path("key").asString());
        assertThat(program.get("/api/me").status()).isEqualTo(200);

        assertThat(member.delete("/api/keys/" + made.body().path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(program.get("/api/me").status()).isEqualTo(401);

        String hour = clock.instant().plus(Duration.ofHours(1)).toString();
        Visitor.Answer brief = member.post("/api/keys", "{\"name\": \"two\", \"expires\": \"" + hour + "\"}");
        Visitor guest = Visitor.at(port).bearing(brief.body().path("key").asString());
        assertThat(guest.get("/api/me").status()).isEqualTo(200);
        clock.moveOn(Duration.ofHours(2));
        assertThat(guest.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void doesNotLetAKeyMakeKeysOrChangeThePassword() {
        Visitor member = Visitor.at(port).founding("Bound", "bound@key.example");
        Visitor program = Visitor.at(port)
                .bearing(member.post("/api/keys", "{\"name\": \"one\"}")
                        .body()
                        .path("key")
                        .asString());

        assertThat(program.post("/api/keys", "{\"name\": \"child\"}").status()).isEqualTo(403);
        assertThat(program.patch("/api/me", "{\"language\": \"en\"}").status()).isEqualTo(403);
    }

    @Test
    void doesNotShowOrRevokeTheKeysOfOthers() {
        Visitor member = Visitor.at(port).founding("Mine", "mine@key.example");
        Visitor stranger = Visitor.at(port).founding("Theirs", "theirs@key.example");
        Visitor.Answer made = member.post("/api/keys", "{\"name\": \"one\"}");

        assertThat(stranger.get("/api/keys").body().path("keys")).isEmpty();
        assertThat(stranger.delete("/api/keys/" + made.body().path("id").asString())
                        .status())
                .isEqualTo(404);
        assertThat(member.get("/api/keys").body().path("keys")).hasSize(1);
    }
}
