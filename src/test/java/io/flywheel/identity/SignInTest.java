package io.flywheel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.FlywheelTest;
import io.flywheel.http.TestClock;
import io.flywheel.http.Visitor;
import io.flywheel.identity.secret.Lockout;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlywheelTest
class SignInTest {
    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private Visitor.Answer signIn(String email, String password) {
        return Visitor.at(port).post("/api/session", """
                {"email": "%s", "password": "%s"}
                """.formatted(email, password));
    }

    private Visitor browser(Visitor.Answer signedIn) {
        return Visitor.at(port)
                .with(
                        "Cookie",
                        "flywheel_session=" + signedIn.cookie("flywheel_session") + "; XSRF-TOKEN="
                                + signedIn.cookie("XSRF-TOKEN"));
    }

    @Test
    void signsInWithACookieThatScriptsCannotRead() {
        Visitor.at(port).founding("Signing", "in@sign.example");

        Visitor.Answer answer = signIn("IN@sign.example", "a quiet river");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/workspace/name").asString()).isEqualTo("Signing");
        assertThat(answer.setCookie("flywheel_session")).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(answer.setCookie("XSRF-TOKEN")).doesNotContain("HttpOnly");
        assertThat(browser(answer).get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void answersAnUnknownEmailAndAWrongPasswordAlike() {
        Visitor.at(port).founding("Alike", "known@alike.example");

        Visitor.Answer unknown = signIn("unknown@alike.example", "not this one");
        Visitor.Answer wrong = signIn("known@alike.example", "not this one");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.raw().body()).isEqualTo(unknown.raw().body());
    }

    @Test
    void makesAnEmailWaitAfterManyWrongPasswordsWhetherKnownOrNot() {
        Visitor.at(port).founding("Locked", "locked@lock.example");
        for (String email : new String[] {"locked@lock.example", "unknown@lock.example"}) {
            IntStream.range(0, Lockout.FREE)
                    .forEach(i ->
                            assertThat(signIn(email, "not this one").status()).isEqualTo(401));
            Visitor.Answer waiting = signIn(email, "a quiet river");
            assertThat(waiting.status()).isEqualTo(429);
            assertThat(Long.parseLong(waiting.header("Retry-After"))).isBetween(1L, 61L);
        }
        clock.moveOn(Duration.ofSeconds(62));
        assertThat(signIn("locked@lock.example", "a quiet river").status()).isEqualTo(200);
    }

    @Test
    void refusesAChangeByCookieWithoutTheTokenOfThisSession() {
        Visitor.at(port).founding("Forged", "forged@site.example");
        Visitor.Answer mine = signIn("forged@site.example", "a quiet river");
        Visitor.Answer other = signIn("forged@site.example", "a quiet river");
        String language = "{\"language\": \"en\"}";

        Visitor.Answer bare = browser(mine).patch("/api/me", language);
        assertThat(bare.status()).isEqualTo(403);
        assertThat(bare.code()).isEqualTo("http.cross-site-token");
        assertThat(browser(mine)
                        .with("X-XSRF-TOKEN", other.cookie("XSRF-TOKEN"))
                        .patch("/api/me", language)
                        .status())
                .isEqualTo(403);

        Visitor page = browser(mine).with("X-XSRF-TOKEN", mine.cookie("XSRF-TOKEN"));
        assertThat(page.patch("/api/me", language).status()).isEqualTo(200);
        Visitor.Answer foreign = page.with("Sec-Fetch-Site", "cross-site").patch("/api/me", language);
        assertThat(foreign.code()).isEqualTo("http.other-site");
        assertThat(page.with("Origin", "https://evil.example")
                        .patch("/api/me", language)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void handsABrowserItsTokenAgainWhenItHasLostIt() {
        Visitor.at(port).founding("Lost", "lost@token.example");
        Visitor.Answer signedIn = signIn("lost@token.example", "a quiet river");

        Visitor.Answer again = Visitor.at(port)
                .with("Cookie", "flywheel_session=" + signedIn.cookie("flywheel_session"))
                .get("/api/me");

        assertThat(again.cookie("XSRF-TOKEN")).isEqualTo(signedIn.cookie("XSRF-TOKEN"));
    }

    @Test
    void endsASessionAtOnce() {
        Visitor.at(port).founding("Ended", "ended@end.example");
        Visitor.Answer first = signIn("ended@end.example", "a quiet river");
        Visitor.Answer second = signIn("ended@end.example", "a quiet river");
        Visitor page = browser(first).with("X-XSRF-TOKEN", first.cookie("XSRF-TOKEN"));
        assertThat(browser(second).get("/api/me").status()).isEqualTo(200);

        var listed = page.get("/api/sessions").body().path("sessions");
        assertThat(listed).hasSize(3);
        listed.valueStream()
                .filter(session -> !session.path("current").asBoolean())
                .forEach(session -> assertThat(page.delete(
                                        "/api/sessions/" + session.path("id").asString())
                                .status())
                        .isEqualTo(204));
        assertThat(browser(second).get("/api/me").status()).isEqualTo(401);

        Visitor.Answer out = page.delete("/api/session");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.setCookie("flywheel_session")).contains("Max-Age=0");
        assertThat(browser(first).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void forgetsASessionAfterItsLife() {
        Visitor member = Visitor.at(port).founding("Aged", "aged@age.example");
        assertThat(member.get("/api/me").status()).isEqualTo(200);

        clock.moveOn(Sessions.LIFE.plusSeconds(1));

        assertThat(member.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void changesThePasswordAndEndsEveryOtherSession() {
        Visitor member = Visitor.at(port).founding("Changed", "changed@pass.example");
        Visitor.Answer other = signIn("changed@pass.example", "a quiet river");

        Visitor.Answer wrong = member.patch("/api/me", """
                {"password": "a louder river", "currentPassword": "not this one"}
                """);
        assertThat(wrong.body().at("/faults/0/path").asString()).isEqualTo("currentPassword");
        Visitor.Answer changed = member.patch("/api/me", """
                {"password": "a louder river", "currentPassword": "a quiet river", "language": "zh-CN"}
                """);

        assertThat(changed.body().path("language").asString()).isEqualTo("zh-CN");
        assertThat(member.get("/api/me").status()).isEqualTo(200);
        assertThat(browser(other).get("/api/me").status()).isEqualTo(401);
        assertThat(signIn("changed@pass.example", "a quiet river").status()).isEqualTo(401);
        assertThat(signIn("changed@pass.example", "a louder river").status()).isEqualTo(200);
    }
}
