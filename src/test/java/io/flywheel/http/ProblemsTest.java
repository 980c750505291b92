package io.flywheel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlywheelTest
class ProblemsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    int port;

    private Visitor member = Visitor.at(0);

    @BeforeEach
    void join() {
        String email = "p" + NUMBER.incrementAndGet() + "@problems.example";
        member = Visitor.at(port).founding("Problems", email);
        member = member.with("Accept-Language", "en");
    }

    @Test
    void speaksTheReadersLanguage() {
        Visitor.Answer chinese =
                Visitor.at(port).with("Accept-Language", "fr, zh-CN;q=0.9").get("/api/me");
        Visitor.Answer english =
                Visitor.at(port).with("Accept-Language", "en-GB,en;q=0.8").get("/api/me");

        assertThat(chinese.status()).isEqualTo(401);
        assertThat(chinese.header("Content-Type")).startsWith("application/problem+json");
        assertThat(chinese.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(chinese.body().path("title").asString()).isEqualTo("尚未登录");
        assertThat(chinese.body().path("message").asString()).contains("先登录");
        assertThat(english.body().path("message").asString()).contains("sign in");
        assertThat(english.body().path("hint").asString()).contains("Authorization: Bearer");
        member.patch("/api/me", "{\"language\": \"zh-CN\"}");
        assertThat(member.get("/api/nowhere").body().path("title").asString()).isEqualTo("不存在");
    }

    @Test
    void namesALineAndAColumnOfWhatIsNotJson() {
        Visitor.Answer answer = member.post("/api/test/parcels", "{\"weight\": 1,\n  \"label\": oops}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("http.json-malformed");
        assertThat(answer.body().at("/details/line").asInt()).isEqualTo(2);
        assertThat(answer.body().at("/details/column").asInt()).isBetween(12, 18);
        assertThat(member.post("/api/test/parcels", "{\"weight\": 1").code()).isEqualTo("http.json-malformed");
        assertThat(member.post("/api/test/parcels", "{} {}").status()).isEqualTo(400);
        assertThat(member.post("/api/test/parcels", "").code()).isEqualTo("http.body-missing");
    }

    @Test
    void asksWhetherANearPropertyWasMeant() {
        Visitor.Answer answer = member.post("/api/test/parcels", "{\"inner\": [{}, {\"wieght\": 1}]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/faults/0/path").asString()).isEqualTo("inner[1].wieght");
        assertThat(answer.body().at("/faults/0/code").asString()).isEqualTo("http.unknown-property");
        assertThat(answer.body().at("/faults/0/hint").asString()).isEqualTo("Did you mean weight?");
    }

    @Test
    void saysWhichTypeIsNeeded() {
        assertThat(wrongType("{\"weight\": \"12\"}")).isEqualTo("weight http.wrong-type.number");
        assertThat(wrongType("{\"stamps\": 1.5}")).isEqualTo("stamps http.wrong-type.number");
        assertThat(wrongType("{\"label\": 12}")).isEqualTo("label http.wrong-type.text");
        assertThat(wrongType("{\"sent\": \"tomorrow\"}")).isEqualTo("sent http.wrong-type.date");
        assertThat(wrongType("{\"inner\": {}}")).isEqualTo("inner http.wrong-type.list");
        assertThat(wrongType("[]")).isEqualTo(" http.wrong-type.other");
    }

    private String wrongType(String json) {
        Visitor.Answer answer = member.post("/api/test/parcels", json);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
        return answer.body().at("/faults/0/path").asString()
                + " "
                + answer.body().at("/faults/0/code").asString();
    }

    @Test
    void keepsDecimalsAndLargeNumbersExact() {
        String exact =
                "{\"weight\":12345678901234567.8900,\"stamps\":98765432109876543210987654321,\"tiny\":0.0000000001}";

        assertThat(member.post("/api/test/trees", exact).raw().body()).isEqualTo(exact);
        assertThat(member.post("/api/test/parcels", "{\"weight\": 1E+2}").raw().body())
                .contains("\"weight\":100");
    }

    @Test
    void refusesJsonThatWouldExhaustIt() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(member.post("/api/test/trees", deep).code()).isEqualTo("http.json-limit");
        assertThat(member.post("/api/test/trees", "9".repeat(100_000)).code()).isEqualTo("http.json-limit");
        assertThat(member.post("/api/test/trees", "{\"" + "k".repeat(100_000) + "\": 1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAKeyGivenTwice() {
        Visitor.Answer inTree = member.post("/api/test/trees", "{\"a\": {\"amount\": 1, \"amount\": 2}}");
        Visitor.Answer inRecord = member.post("/api/test/parcels", "{\"weight\": 1, \"weight\": 2}");

        assertThat(inTree.status()).isEqualTo(400);
        assertThat(inTree.code()).isEqualTo("http.duplicate-key");
        assertThat(inTree.body().at("/details/name").asString()).isEqualTo("amount");
        assertThat(inRecord.code()).isEqualTo("http.duplicate-key");
    }

    @Test
    void refusesABodyOverTheLimitWhetherItsLengthIsStatedOrNot() {
        byte[] large = new byte[11_000_000];
        Arrays.fill(large, (byte) ' ');
        Visitor.Answer streamed = member.send(
                "POST",
                "/api/test/trees",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        assertThat(streamed.status()).isEqualTo(413);

        Visitor.Answer stated = member.send("POST", "/api/test/trees", HttpRequest.BodyPublishers.ofByteArray(large));
        assertThat(stated.status()).isEqualTo(413);
        assertThat(stated.body().at("/details/megabytes").asInt()).isEqualTo(10);
    }

    @Test
    void tellsPathsMethodsAndFormatsApart() {
        assertThat(member.get("/api/nowhere").code()).isEqualTo("http.no-such-path");
        Visitor.Answer method = member.post("/api/me", "{}");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).isEqualTo("GET, PATCH");
        Visitor.Answer route = member.delete("/api/test/things/box/parts/7");
        assertThat(route.status()).isEqualTo(405);
        assertThat(route.header("Allow")).isEqualTo("GET, PATCH");
        assertThat(member.with("Content-Type", "text/plain")
                        .post("/api/test/parcels", "{}")
                        .status())
                .isEqualTo(415);
        assertThat(member.with("Accept", "image/png").get("/api/me").status()).isEqualTo(406);
        assertThat(member.get("/api/test/counted").code()).isEqualTo("http.parameter-missing");
        assertThat(member.get("/api/test/counted?count=many").code()).isEqualTo("http.parameter-malformed");
        assertThat(member.delete("/api/keys/seven").status()).isEqualTo(400);
    }

    @Test
    void tellsNothingOfItsInsidesWhenItFails() {
        for (Visitor.Answer answer :
                new Visitor.Answer[] {member.get("/api/test/broken"), member.patch("/api/test/things/a/parts/b", "{}")
                }) {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.code()).isEqualTo("http.incident");
            assertThat(answer.body().at("/details/incident").asString()).hasSize(36);
            assertThat(answer.raw().body()).doesNotContain("secret").doesNotContain("Exception");
        }
    }

    @Test
    void answersTheContainersOwnRefusalsInTheSameWords() {
        Visitor.Answer traversal = member.get("/api/%2e%2e/me");
        assertThat(traversal.status()).isEqualTo(400);
        assertThat(traversal.header("Content-Type")).startsWith("application/problem+json");
        assertThat(member.get("/api//me").status()).isEqualTo(400);
        assertThat(Visitor.at(port).get("/%61pi/me").status()).isEqualTo(401);
    }

    @Test
    void sendsTheHeadersThatProtectAReader() {
        Visitor.Answer answer = member.get("/api/me");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(member.with("X-Request-Id", "abc-1").get("/api/me").header("X-Request-Id"))
                .isEqualTo("abc-1");
    }
}
