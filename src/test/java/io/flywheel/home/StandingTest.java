package io.flywheel.home;

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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Two teams below one; Ann in East has 60 of 100, Bob in West 30 of 20. Their seven deals walk the path by moves that
 * are entered by hand:
 *
 * <pre>
 * Ann  A prospecting 1 Apr → engaging 10 Apr → proposal 20 Apr          open
 * Ann  B prospecting 2 Apr → engaging 3 Apr → prospecting 5 Apr → engaging 9 Apr → lost 1 May
 * Ann  C prospecting 3 Apr → proposal 4 Apr → won 30 June (60)
 * Ann  D prospecting 4 Apr                                             open
 * Bob  E prospecting 5 Apr → lost 6 Apr
 * Bob  F prospecting 1 Feb → engaging 2 Feb → lost 3 July              before, and after
 * Bob  G prospecting 31 Mar → engaging 1 Apr → won 2 Apr (30)
 * </pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingTest extends ProductTest {
    @LocalServerPort
    int port;

    @Autowired
    ApiKeys keys;

    @Autowired
    Identities identities;

    private Visitor boss = Visitor.at(0);
    private Visitor ann = Visitor.at(0);
    private String annId = "";
    private String bobId = "";
    private String west = "";

    @BeforeAll
    void found() {
        boss = Visitor.at(port);
        Answer founded = boss.post("/api/workspaces", """
                {"name": "Standing", "email": "%s@standing.example", "password": "a quiet river", "language": "en",
                 "template": "crm"}""".formatted(Ids.next()));
        boss = boss.bearing(founded.body().path("token").asString());
        assertThat(boss.send("PUT", "/api/apps/performance", "{}").status()).isEqualTo(200);
        String sales = make("team", "{\"name\":\"Sales\"}");
        String east = make("team", "{\"name\":\"East\",\"parent\":\"" + sales + "\"}");
        west = make("team", "{\"name\":\"West\",\"parent\":\"" + sales + "\"}");
        annId = rep("Ann", east);
        bobId = rep("Bob", west);
        target(annId, "100");
        target(bobId, "20");
        deals();
        Actor founder = identities
                .of(boss.headers().getOrDefault("Authorization", "").replace("Bearer ", ""))
                .orElseThrow()
                .actor(Language.EN);
        ann = Visitor.at(port)
                .bearing(keys.create(new Actor(founder.workspace(), UUID.fromString(annId), Language.EN), "test", null)
                        .secret());
    }

    private void deals() {
        deal(annId, "A", "proposal", "10", null);
        moves("04-01 prospecting", "04-10 engaging", "04-20 proposal");
        deal(annId, "B", "lost", "20", "2025-05-01");
        moves("04-02 prospecting", "04-03 engaging", "04-05 prospecting", "04-09 engaging", "05-01 lost");
        deal(annId, "C", "won", "60", "2025-06-30");
        moves("04-03 prospecting", "04-04 proposal", "06-30 won");
        deal(annId, "D", "prospecting", "40", null);
        moves("04-04 prospecting");
        deal(bobId, "E", "lost", "50", "2025-04-06");
        moves("04-05 prospecting", "04-06 lost");
        deal(bobId, "F", "lost", "70", "2025-07-03");
        moves("02-01 prospecting", "02-02 engaging", "07-03 lost");
        deal(bobId, "G", "won", "30", "2025-04-02");
        moves("03-31 prospecting", "04-01 engaging", "04-02 won");
    }

    private String deal = "";

    private void deal(
            String owner, String name, String stage, String amount, @org.jspecify.annotations.Nullable String closed) {
        deal = make(
                "opportunity",
                "{\"name\":\"%s\",\"owner\":\"%s\",\"stage\":\"%s\",\"amount\":%s,\"close_date\":%s}"
                        .formatted(name, owner, stage, amount, closed == null ? "null" : "\"" + closed + "\""));
        value("delete from %s.stage_event where opportunity = '" + deal + "' returning id");
    }

    private void value(String sql) {
        Actor founder = identities
                .of(boss.headers().getOrDefault("Authorization", "").replace("Bearer ", ""))
                .orElseThrow()
                .actor(Language.EN);
        value(founder, sql);
    }

    /** Each at noon, from the stage before. */
    private void moves(String... moves) {
        String from = "null";
        for (String move : moves) {
            String[] parts = move.split(" ");
            make(
                    "stage_event",
                    "{\"opportunity\":\"%s\",\"from_stage\":%s,\"to_stage\":\"%s\",\"at\":\"2025-%sT12:00:00+08:00\"}"
                            .formatted(deal, from, parts[1], parts[0]));
            from = "\"" + parts[1] + "\"";
        }
    }

    private String rep(String name, String team) {
        String id = make("member", "{\"name\":\"" + name + "\"}");
        make("team_membership", "{\"member\":\"" + id + "\",\"team\":\"" + team + "\",\"from_date\":\"2020-01-01\"}");
        assertThat(boss.send("PUT", "/api/members/" + id + "/roles", "{\"roles\":[\"rep\"]}")
                        .status())
                .isEqualTo(200);
        return id;
    }

    private void target(String member, String amount) {
        make(
                "target",
                "{\"metric\":\"revenue\",\"member\":\"%s\",\"starts_on\":\"2025-04-01\",\"ends_on\":\"2025-06-30\",\"amount\":%s}"
                        .formatted(member, amount));
    }

    private String make(String object, String json) {
        Answer answer = boss.post("/api/objects/" + object + "/records", json);
        assertThat(answer.status()).as(object + answer.raw().body()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    @Test
    void aFunnelCountsEachDealOncePerStageAndLeavesOpenOnesUndecided() {
        assertThat(steps(boss, "?period=2025-Q2"))
                .containsExactly(
                        // A B C D E began; A, C (past engaging) and B went on, E was lost, D is open; G left it in
                        // April
                        "prospecting 5 sum 180.00 went on 4 of 5",
                        // A B G; A and G went on, B was lost at its second time; F is decided in July only
                        "engaging 3 sum 60.00 went on 2 of 3",
                        // A and C; C won, A is open
                        "proposal 2 sum 70.00 went on 1 of 1",
                        "negotiation 0 sum 0.00 went on 0 of 0",
                        "won 2 sum 90.00 went on 0 of 0");
    }

    @Test
    void theYearBeforeIsTheBaseline() {
        JsonNode first = boss.get("/api/funnels/opportunity?period=2025-Q2")
                .body()
                .path("steps")
                .path(0);
        assertThat(first.at("/baseline/trials").asInt()).as("F in February").isEqualTo(1);
        assertThat(first.path("verdict").asString()).isEqualTo("FEW");
        assertThat(first.at("/conversion/rate").decimalValue()).isEqualByComparingTo("0.8");
    }

    @Test
    void aFunnelHoldsOnlyWhatIsSeenAndAskedFor() {
        assertThat(steps(ann, "?period=2025-Q2").getFirst()).isEqualTo("prospecting 4 sum 130.00 went on 3 of 3");
        assertThat(steps(boss, "?period=2025-Q2&where=owner%20%3D%20%22" + bobId + "%22")
                        .getFirst())
                .isEqualTo("prospecting 1 sum 50.00 went on 1 of 2");
        assertThat(boss.get("/api/funnels/account?period=2025-Q2").code()).isEqualTo("performance.no-funnel");
        assertThat(boss.get("/api/funnels/opportunity?period=all").code()).isEqualTo("performance.period-open");
        assertThat(boss.get("/api/funnels/opportunity?period=2025-Q2&where=stagee=1")
                        .status())
                .isEqualTo(422);
    }

    private static java.util.List<String> steps(Visitor visitor, String query) {
        Answer answer = visitor.get("/api/funnels/opportunity" + query);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return StreamSupport.stream(answer.body().path("steps").spliterator(), false)
                .map(step -> "%s %d sum %s went on %d of %d"
                        .formatted(
                                step.path("stage").asString(),
                                step.path("entered").asInt(),
                                step.path("sum").decimalValue().setScale(2),
                                step.at("/conversion/hits").asInt(),
                                step.at("/conversion/trials").asInt()))
                .toList();
    }

    @Test
    void ranksByAttainmentAndSaysWhoMoved() {
        JsonNode people = boss.get("/api/metrics/revenue/ranking?period=2025-Q2&by=member&order=attainment")
                .body();
        assertThat(names(people)).containsExactly("1 Bob 1.5", "2 Ann 0.6");
        assertThat(people.path("elapsed").decimalValue()).isEqualByComparingTo("1");
        JsonNode teams =
                boss.get("/api/metrics/revenue/ranking?period=2025-Q2&by=team").body();
        assertThat(names(teams)).as("those with none below").containsExactly("1 East 0.6", "2 West 1.5");
        JsonNode later = boss.get("/api/metrics/won_deals/ranking?period=2025-Q3&by=member")
                .body();
        assertThat(later.path("rows").isEmpty()).as("nobody takes part").isTrue();
        assertThat(names(ann.get("/api/metrics/revenue/ranking?period=2025-Q2&by=member")
                        .body()))
                .containsExactly("1 Ann 0.6");
        assertThat(boss.get("/api/metrics/revenue/ranking?period=2025-Q2&by=planet")
                        .code())
                .isEqualTo("performance.by-unreadable");
    }

    private static java.util.List<String> names(JsonNode board) {
        return StreamSupport.stream(board.path("rows").spliterator(), false)
                .map(row -> row.path("place").asString() + " "
                        + row.at("/key/title").asString() + " "
                        + row.at("/figure/attainment").decimalValue())
                .toList();
    }

    @Test
    void saysHowOneStands() {
        JsonNode mine = ann.get("/api/metrics/revenue/progress?period=2025-Q2").body();
        assertThat(mine.at("/figure/value").decimalValue()).isEqualByComparingTo("60");
        assertThat(mine.at("/pace/ahead").decimalValue()).isEqualByComparingTo("-40");
        assertThat(mine.path("course").path(0).path("day").asString()).isEqualTo("2025-04-06");
        assertThat(mine.path("course")
                        .valueStream()
                        .toList()
                        .getLast()
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("60");
        JsonNode all =
                boss.get("/api/metrics/revenue/progress?period=2025-Q2&by=team").body();
        assertThat(all.at("/figure/value").decimalValue())
                .as("who is in no team sees all")
                .isEqualByComparingTo("90");
        assertThat(all.at("/figure/target").decimalValue()).isEqualByComparingTo("120");
        JsonNode team = boss.get("/api/metrics/revenue/progress?period=2025-Q2&by=team&key=" + west)
                .body();
        assertThat(team.at("/of/title").asString()).isEqualTo("West");
        assertThat(team.at("/figure/attainment").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(ann.get("/api/metrics/revenue/progress?period=2025-Q2&key=" + bobId)
                        .status())
                .isEqualTo(404);
    }
}
