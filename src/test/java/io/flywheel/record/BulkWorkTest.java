package io.flywheel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BulkWorkTest extends BulkWork {
    @Test
    void changesAFewAtOnceAndTakesThemBack() {
        List<String> ids = things("few", 5, bobId, 1);
        Answer begun = bulk(boss, "change", ids(ids), "{\"colour\":\"blue\",\"size\":\"2.5\"}");
        assertThat(begun.body().path("state").asString()).as(begun.raw().body()).isEqualTo("done");
        assertCounts(begun.body(), "done", 5, 0);
        assertThat(count("name = \"few\" and colour = \"blue\" and size = 2.5")).isEqualTo(5);
        JsonNode undone = undone(boss, begun.body());
        assertThat(undone.path("state").asString()).isEqualTo("undone");
        assertThat(undone.path("restored").asInt()).isEqualTo(5);
        assertThat(count("name = \"few\" and colour = \"red\" and size = 1")).isEqualTo(5);
        JsonNode history = boss.get("/api/objects/thing/records/" + ids.getFirst() + "/history")
                .body()
                .path("entries");
        assertThat(history.at("/0/cause/kind").asString()).isEqualTo("undo");
        assertThat(history.at("/1/cause/kind").asString()).isEqualTo("bulk");
        assertThat(history.at("/1/cause/id").asString())
                .isEqualTo(begun.body().path("id").asString());
        assertThat(history.at("/2/cause").isNull()).isTrue();
    }

    @Test
    void worksThroughAConditionPortionByPortion() {
        things("many", 1_203, bobId, 1);
        JsonNode job = ended(
                boss,
                bulk(boss, "change", "\"where\":\"name = \\\"many\\\"\",\"expected\":1203", "{\"name\":\"much\"}"));
        assertCounts(job, "done", 1_203, 0);
        assertThat(job.path("total").asInt()).isEqualTo(1_203);
        assertThat(count("name = \"much\"")).isEqualTo(1_203);
        JsonNode undone = undone(boss, job);
        assertThat(undone.path("restored").asInt()).isEqualTo(1_203);
        assertThat(count("name = \"many\"")).isEqualTo(1_203);
        assertThat(boss.get("/api/bulk").body().at("/jobs/0/total").asInt()).isPositive();
    }

    @Test
    void refusesWhatMayNotBeChangedWithItsReasonAndChangesTheRest() {
        List<String> mixed = new ArrayList<>(things("mixed", 3, annId, 1));
        mixed.addAll(things("mixed", 2, bobId, 1));
        String gone = Ids.next().toString();
        mixed.add(gone);
        JsonNode job = ended(ann, bulk(ann, "change", ids(mixed), "{\"colour\":\"blue\"}"));
        assertCounts(job, "done", 3, 3);
        JsonNode refused =
                ann.get("/api/bulk/" + job.path("id").asString() + "/refused").body();
        assertThat(refused.path("count").asInt()).isEqualTo(3);
        assertThat(refused.toString()).contains("record.out-of-reach", "record.not-found", gone, "\"title\":\"mixed\"");
        assertThat(count("name = \"mixed\" and colour = \"blue\"")).isEqualTo(3);
    }

    @Test
    void refusesWhatBreaksARuleAndChangesTheRest() {
        List<String> ids = new ArrayList<>(things("rules", 2, bobId, 1));
        ids.addAll(things("rules", 1, bobId, 900));
        JsonNode job = ended(boss, bulk(boss, "change", ids(ids), "{\"colour\":\"blue\"}"));
        assertCounts(job, "done", 2, 1);
        assertThat(boss.get("/api/bulk/" + job.path("id").asString() + "/refused")
                        .raw()
                        .body())
                .contains("Blue ones are small");
    }

    @Test
    void leavesWhatOthersChangedSinceWhenTakenBack() {
        List<String> ids = things("since", 4, bobId, 1);
        JsonNode job = ended(boss, bulk(boss, "change", ids(ids), "{\"colour\":\"blue\"}"));
        String path = "/api/objects/thing/records/";
        assertThat(boss.patch(path + ids.get(0), "{\"colour\":null}").status()).isEqualTo(200);
        assertThat(boss.patch(path + ids.get(1), "{\"size\":7}").status()).isEqualTo(200);
        assertThat(boss.delete(path + ids.get(2)).status()).isEqualTo(204);
        JsonNode undone = undone(boss, job);
        assertThat(undone.path("restored").asInt()).as(undone.toString()).isEqualTo(2);
        assertThat(undone.path("left").asInt()).isEqualTo(2);
        assertThat(thing(ids.get(0)).path("colour").isNull()).isTrue();
        assertThat(thing(ids.get(1)).path("colour").asString()).isEqualTo("red");
        assertThat(thing(ids.get(1)).path("size").asInt()).isEqualTo(7);
        assertThat(thing(ids.get(3)).path("colour").asString()).isEqualTo("red");
        String reasons = boss.get("/api/bulk/" + job.path("id").asString() + "/refused")
                .raw()
                .body();
        assertThat(reasons).contains("record.bulk-changed-since", "record.bulk-gone-since");
    }

    @Test
    void deletesRestoresAndTakesBothBack() {
        List<String> ids = things("bin", 3, bobId, 1);
        JsonNode deleted = ended(boss, bulk(boss, "delete", ids(ids), ""));
        assertCounts(deleted, "done", 3, 0);
        assertThat(count("name = \"bin\"")).isZero();
        JsonNode restored = ended(boss, bulk(boss, "restore", ids(ids.subList(0, 2)), ""));
        assertCounts(restored, "done", 2, 0);
        assertThat(undone(boss, restored).path("restored").asInt()).isEqualTo(2);
        assertThat(count("name = \"bin\"")).isZero();
        JsonNode undone = undone(boss, deleted);
        assertThat(undone.path("restored").asInt())
                .as("only what is as it left it")
                .isEqualTo(1);
        assertThat(undone.path("left").asInt()).isEqualTo(2);
    }

    @Test
    void handsOverByTheRoleOfTheFieldAndByItsOwnRight() {
        List<String> mine = new ArrayList<>(things("hand", 2, annId, 1));
        mine.addAll(things("hand", 1, bobId, 1));
        JsonNode job = ended(ann, bulk(ann, "transfer", ids(mine), "{\"owner\":\"" + bobId + "\"}"));
        assertCounts(job, "done", 2, 1);
        assertThat(count("name = \"hand\" and keeper = \"" + bobId + "\"")).isEqualTo(3);
        assertThat(undone(boss, job).path("left").asInt())
                .as("Ann may not take what is Bob's now")
                .isEqualTo(2);
        assertThat(bulk(ann, "delete", ids(mine), "").status()).isEqualTo(403);
    }

    @Test
    void leavesAFieldWithoutHistoryAsItIs() {
        List<String> ids = things("mood", 1, bobId, 1);
        JsonNode job = ended(boss, bulk(boss, "change", ids(ids), "{\"mood\":\"calm\"}"));
        JsonNode undone = undone(boss, job);
        assertThat(undone.path("left").asInt()).isEqualTo(1);
        assertThat(thing(ids.getFirst()).path("mood").asString()).isEqualTo("calm");
    }

    @Test
    void refusesHostileWishesWhole() {
        String ids = ids(things("safe", 1, bobId, 1));
        refuses(422, "record.unknown-field", bulk(boss, "change", ids, "{\"colours\":\"blue\"}"));
        refuses(422, "record.no-such-option", bulk(boss, "change", ids, "{\"colour\":\"bleu\"}"));
        refuses(422, "record.field-computed", bulk(boss, "change", ids, "{\"version\":7}"));
        refuses(422, "record.bulk-no-values", bulk(boss, "change", ids, "{}"));
        refuses(422, "record.bulk-values-unasked", bulk(boss, "delete", ids, "{\"size\":1}"));
        refuses(422, "record.bulk-no-owner", bulk(boss, "transfer", ids, "{\"size\":1}"));
        refuses(422, "record.bulk-action-unknown", bulk(boss, "explode", ids, "{\"size\":1}"));
        refuses(422, "record.bulk-which", bulk(boss, "delete", ids + ",\"where\":\"true\"", ""));
        refuses(422, "record.bulk-restore-by-ids", bulk(boss, "restore", "\"where\":\"true\"", ""));
        refuses(422, "record.not-an-id", bulk(boss, "delete", "\"ids\":[\"'; drop\"]", ""));
        refuses(400, "record.bulk-body", bulk(boss, "delete", ids + ",\"more\":1", ""));
        refuses(
                409,
                "record.bulk-not-as-many",
                bulk(boss, "delete", "\"where\":\"name = \\\"safe\\\"\",\"expected\":2", ""));
        Answer condition = bulk(boss, "delete", "\"where\":\"name = \"", "");
        assertThat(condition.status()).as(condition.raw().body()).isIn(400, 422);
        assertThat(count("name = \"safe\" and colour = \"red\"")).isEqualTo(1);
        assertThat(boss.post("/api/objects/nothing/bulk", "{}").status()).isEqualTo(404);
    }

    private static void refuses(int status, String code, Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.raw().body()).contains(code);
    }

    @Test
    void showsAndUndoesOnlyOnesOwn() {
        JsonNode job = ended(boss, bulk(boss, "change", ids(things("own", 1, bobId, 1)), "{\"size\":2}"));
        String path = "/api/bulk/" + job.path("id").asString();
        assertThat(ann.get(path).status()).isEqualTo(404);
        assertThat(ann.get(path + "/refused").status()).isEqualTo(404);
        assertThat(ann.delete(path).status()).isEqualTo(404);
        assertThat(ann.get("/api/bulk").raw().body())
                .doesNotContain(job.path("id").asString());
        Visitor stranger = Visitor.at(port).founding("Stranger", Ids.next() + "@stranger.example");
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(boss.get("/api/bulk/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(boss.get("/api/bulk/x").status()).isEqualTo(404);
        assertThat(count("name = \"own\" and size = 2")).isEqualTo(1);
    }

    @Test
    void letsTwoWorkOnTheSameRecordsAndUndoesEachForItself() throws Exception {
        things("two", 900, bobId, 1);
        String where = "\"where\":\"name = \\\"two\\\"\"";
        try (var executor = Executors.newFixedThreadPool(2)) {
            Future<JsonNode> first = executor.submit(() -> ended(boss, bulk(boss, "change", where, "{\"size\":2}")));
            Future<JsonNode> second = executor.submit(() -> ended(boss, bulk(boss, "change", where, "{\"size\":3}")));
            JsonNode one = first.get();
            JsonNode two = second.get();
            assertCounts(one, "done", 900, 0);
            assertCounts(two, "done", 900, 0);
            JsonNode undoneOne = undone(boss, one);
            JsonNode undoneTwo = undone(boss, two);
            assertThat(undoneOne.path("restored").asInt()
                            + undoneOne.path("left").asInt())
                    .isEqualTo(900);
            assertThat(undoneTwo.path("restored").asInt()
                            + undoneTwo.path("left").asInt())
                    .isEqualTo(900);
        }
    }

    @Test
    void stopsWhatIsUnderWayAndPutsItBack() {
        things("stop", 3_000, bobId, 1);
        Answer begun = bulk(boss, "change", "\"where\":\"name = \\\"stop\\\"\"", "{\"size\":4}");
        assertThat(begun.status()).isEqualTo(202);
        JsonNode undone = undone(boss, begun.body());
        assertThat(undone.path("state").asString()).isEqualTo("undone");
        assertThat(undone.path("restored").asInt())
                .isEqualTo(undone.path("done").asInt());
        assertThat(count("name = \"stop\" and size = 1")).isEqualTo(3_000);
    }
}
