package io.flywheel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.identity.ApiKeys;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A company with things: the boss may all, Ann (role {@code owner}) sees all and may change and hand over her own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BulkWork extends ProductTest {
    private static final String THING = """
            label: {zh: 东西, en: Thing}
            plural: {zh: 东西, en: Things}
            roles: {title: name, owner: keeper}
            fields:
              name: {type: text, length: 40, label: {zh: 名称, en: Name}}
              keeper: {type: member, label: {zh: 保管人, en: Keeper}}
              colour: {type: choice, label: {zh: 颜色, en: Colour}, options: {red: {zh: 红, en: Red}, blue: {zh: 蓝, en: Blue}}}
              size: {type: number, digits: 1, label: {zh: 尺寸, en: Size}}
              mood: {type: text, length: 20, history: false, label: {zh: 心情, en: Mood}}
            rules:
              - {name: not_too_big, check: "size < 1000", field: size, message: {zh: 太大, en: It is too big}}
              - {name: red_is_small, check: "not (colour = \\"blue\\" and size > 500)", message: {zh: 蓝的不能大, en: Blue ones are small}}
            """;
    private static final String ROLE = """
            label: {zh: 主人, en: Owner}
            objects:
              "*": {rights: [see], scope: all}
              thing: {rights: [see, create, change, transfer], scope: {see: all, create: all, change: own, transfer: own}}
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApiKeys keys;

    Actor founder = actor();
    Visitor boss = Visitor.at(0);
    Visitor ann = Visitor.at(0);
    String annId = "";
    String bobId = "";

    private static Actor actor() {
        return new Actor(
                new io.flywheel.kernel.Workspace(new UUID(0, 0), "", "", java.time.ZoneOffset.UTC, 1),
                new UUID(0, 0),
                Language.EN);
    }

    @BeforeAll
    void found() {
        founder = newWorkspace();
        publish(founder, "thing", THING);
        boss = as(founder.member());
        annId = create(founder, "member", "name", "Ann").toString();
        bobId = create(founder, "member", "name", "Bob").toString();
        assertThat(boss.send("PUT", "/api/definitions/role/keeper", yaml(ROLE).toString())
                        .status())
                .isEqualTo(200);
        assertThat(boss.send("PUT", "/api/members/" + annId + "/roles", "{\"roles\":[\"keeper\"]}")
                        .status())
                .isEqualTo(200);
        ann = as(UUID.fromString(annId));
    }

    private Visitor as(UUID member) {
        Actor actor = new Actor(founder.workspace(), member, Language.EN);
        return Visitor.at(port).bearing(keys.create(actor, "test", null).secret());
    }

    /** So many things of one name, which no other test uses. */
    List<String> things(String name, int count, String keeper, int size) {
        List<Batch.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Batch.Row(i, Ids.next(), null, new Object[] {
                name, UUID.fromString(keeper), "red", java.math.BigDecimal.valueOf(size)
            }));
        }
        List<String> fields = List.of("name", "keeper", "colour", "size");
        records.write(founder, new Batch("thing", Batch.Operation.CREATE, fields, rows, false, null));
        return rows.stream().map(row -> String.valueOf(row.id())).toList();
    }

    static String ids(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "\"ids\":[", "]"));
    }

    Answer bulk(Visitor visitor, String action, String which, String values) {
        String body =
                "{\"action\":\"" + action + "\"," + which + (values.isEmpty() ? "" : ",\"values\":" + values) + "}";
        return visitor.post("/api/objects/thing/bulk", body);
    }

    /** The job when it has ended. */
    JsonNode ended(Visitor visitor, Answer begun) {
        assertThat(begun.status()).as(begun.raw().body()).isEqualTo(202);
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        Set<String> open = Set.of("queued", "running", "undoing");
        JsonNode job = begun.body();
        while (open.contains(job.path("state").asString())) {
            assertThat(Instant.now()).as(job.toString()).isBefore(end);
            job = visitor.get("/api/bulk/" + job.path("id").asString()).body();
        }
        return job;
    }

    JsonNode undone(Visitor visitor, JsonNode job) {
        return ended(visitor, visitor.delete("/api/bulk/" + job.path("id").asString()));
    }

    static void assertCounts(JsonNode job, String state, int done, int refused) {
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo(state);
        assertThat(job.path("done").asInt()).as(job.toString()).isEqualTo(done);
        assertThat(job.path("refused").asInt()).as(job.toString()).isEqualTo(refused);
    }

    JsonNode thing(String id) {
        return boss.get("/api/objects/thing/records/" + id).body();
    }

    int count(String where) {
        Answer answer = boss.post(
                "/api/query",
                "{\"object\":\"thing\",\"where\":\"" + where.replace("\"", "\\\"")
                        + "\",\"groupBy\":[],\"measures\":{\"n\":\"count()\"}}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().at("/rows/0/0").asInt();
    }
}
