package io.flywheel.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.identity.ApiKeys;
import io.flywheel.identity.Identities;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.record.JobNews;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is told over {@code /api/events}, to whom, and when it ends. */
class LiveTest extends ProductTest {
    @LocalServerPort
    int port;

    @Autowired
    ApiKeys keys;

    @Autowired
    Identities identities;

    @Autowired
    JobNews jobs;

    private Visitor founder() {
        Answer founded = Visitor.at(port).post("/api/workspaces", """
                {"name": "Live", "email": "%s@live.example", "password": "a quiet river", "language": "en",
                 "template": "crm"}""".formatted(Ids.next()));
        assertThat(founded.status()).as(founded.raw().body()).isEqualTo(201);
        return Visitor.at(port).bearing(founded.body().path("token").asString());
    }

    private Actor actor(Visitor visitor) {
        String token = visitor.headers().getOrDefault("Authorization", "").replace("Bearer ", "");
        return identities.of(token).orElseThrow().actor(Language.EN);
    }

    private Visitor colleague(Visitor founder, String role) {
        String id = make(founder, "member", "{\"name\":\"Ann\"}");
        Answer given = founder.send("PUT", "/api/members/" + id + "/roles", "{\"roles\":[\"" + role + "\"]}");
        assertThat(given.status()).isEqualTo(200);
        Actor member = new Actor(actor(founder).workspace(), UUID.fromString(id), Language.EN);
        return Visitor.at(port).bearing(keys.create(member, "test", null).secret());
    }

    private static String make(Visitor visitor, String object, String json) {
        Answer answer = visitor.post("/api/objects/" + object + "/records", json);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    @Test
    void tellsWhichObjectsChangedAndNothingMore() {
        Visitor founder = founder();
        try (Listener listener = new Listener(founder)) {
            listener.next("open");
            assertThat(listener.next("inbox").data().path("unread").asInt()).isZero();
            String id = make(founder, "account", "{\"name\":\"a name\"}");
            String told = "";
            while (!told.contains("account")) {
                told = listener.next("changed").data().toString();
            }
            assertThat(told).doesNotContain(id, "a name");
            assertThat(told).contains("\"objects\":[\"account\"");
        }
    }

    @Test
    void isAStreamThatNobodyKeepsAndThatCarriesTheHeadersOfEveryAnswer() {
        try (Listener listener = new Listener(founder())) {
            listener.next("open");
            var headers = listener.response().headers();
            assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-cache", "no-transform");
            assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void tellsNobodyOfWhatHeMayNotSee() {
        Visitor founder = founder();
        Answer role = founder.send("PUT", "/api/definitions/role/storekeeper", """
                {"label": {"zh": "仓管", "en": "Storekeeper"}, "objects": {"product": {"rights": ["see"], "scope": "all"}}}""");
        assertThat(role.status()).as(role.raw().body()).isEqualTo(200);
        Visitor keeper = colleague(founder, "storekeeper");
        try (Listener listener = new Listener(keeper);
                Listener all = new Listener(founder)) {
            listener.next("inbox");
            make(founder, "account", "{\"name\":\"a name\"}");
            all.until("account");
            make(founder, "product", "{\"name\":\"a name\"}");
            all.until("product");
            assertThat(listener.until("product")).containsExactly("product");
        }
    }

    @Test
    void tellsAnotherWorkspaceNothing() {
        Visitor here = founder();
        Visitor there = founder();
        try (Listener mine = new Listener(here);
                Listener theirs = new Listener(there)) {
            theirs.next("inbox");
            make(here, "account", "{\"name\":\"a name\"}");
            jobs.tell(
                    actor(here).workspace(),
                    actor(here).member(),
                    new JobNews.Job(Ids.next(), "import", 1, 2, "running"));
            assertThat(mine.next("job").data().path("total").asInt()).isEqualTo(2);
            make(here, "account", "{\"name\":\"a name\"}");
            mine.until("account");
            make(there, "product", "{\"name\":\"a name\"}");
            assertThat(theirs.until("product")).doesNotContain("account");
            assertThat(theirs.heard()).doesNotContain("job");
        }
    }

    @Test
    void gathersWhatComesFastIntoTwoSignalsASecond() {
        Visitor founder = founder();
        try (Listener listener = new Listener(founder)) {
            listener.next("inbox");
            long begun = System.nanoTime();
            for (int i = 0; i < 60; i++) {
                make(founder, i % 2 == 0 ? "account" : "product", "{\"name\":\"a" + i + "\"}");
            }
            List<String> heard = new ArrayList<>();
            for (Listener.Event event = listener.next(2_000); event != null; event = listener.next(2_000)) {
                heard.add(event.data().path("objects").toString());
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            assertThat(heard.size()).isBetween(1, (int) (2 * seconds) + 1);
            assertThat(String.join("", heard)).contains("account", "product");
        }
    }

    @Test
    void tellsOfJobsOnlyWhoWaitsForThem() {
        Visitor founder = founder();
        Visitor ann = colleague(founder, "rep");
        try (Listener mine = new Listener(founder);
                Listener hers = new Listener(ann)) {
            hers.next("inbox");
            UUID job = Ids.next();
            jobs.tell(
                    actor(founder).workspace(),
                    actor(founder).member(),
                    new JobNews.Job(job, "import", 5, 10, "running"));
            Listener.Event told = mine.next("job");
            assertThat(told.data().path("id").asString()).isEqualTo(job.toString());
            assertThat(told.data().path("done").asInt()).isEqualTo(5);
            make(founder, "product", "{\"name\":\"a name\"}");
            hers.until("product");
            assertThat(hers.heard()).contains("changed").doesNotContain("job");
        }
    }

    @Test
    void endsWithTheSession() {
        Visitor founder = founder();
        try (Listener listener = new Listener(founder)) {
            listener.next("open");
            assertThat(founder.delete("/api/session").status()).isLessThan(300);
            assertThat(listener.next("end").data().path("why").asString()).isEqualTo("ended");
            listener.next("gone");
        }
    }

    @Test
    void endsTheOldestOfTooManyOfOneSession() {
        Visitor founder = founder();
        try (Listener first = new Listener(founder)) {
            first.next("open");
            List<Listener> more = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                more.add(new Listener(founder));
            }
            assertThat(first.next("end").data().path("why").asString()).isEqualTo("replaced");
            first.next("gone");
            make(founder, "product", "{\"name\":\"a name\"}");
            more.forEach(listener -> assertThat(listener.until("product")).contains("product"));
            more.forEach(Listener::close);
        }
    }

    @Test
    void refusesWhoIsNotSignedInAndUnknownParameters() {
        assertThat(Visitor.at(port).get("/api/events").status()).isEqualTo(401);
        assertThat(founder().get("/api/events?Last=1").status()).isEqualTo(400);
    }
}
