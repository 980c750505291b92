package io.flywheel.record.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Cards moved on a board, over HTTP, on the packaged apps. */
class PositionsTest extends ProductTest {
    private static final String DEALS = "/api/objects/opportunity/records";

    @LocalServerPort
    private int port;

    private Visitor me;
    private String a;
    private String b;
    private String c;

    @BeforeEach
    void threeDeals() {
        me = Visitor.at(port).founding("Test", Ids.next() + "@example.com");
        a = deal("A");
        b = deal("B");
        c = deal("C");
    }

    private String deal(String name) {
        return me.post(DEALS, "{\"name\": \"%s\"}".formatted(name))
                .body()
                .path("id")
                .asString();
    }

    private String column(String stage) {
        StringBuilder names = new StringBuilder();
        JsonNode found = me.get(DEALS + "?fields=name&order=-rank&where=stage%20%3D%20%22" + stage + "%22")
                .body();
        found.path("records").forEach(record -> names.append(record.path("name").asString()));
        return names.toString();
    }

    private Visitor.Answer move(String id, String body) {
        return me.post(DEALS + "/" + id + "/position", body);
    }

    @Test
    void putsTheNewestFirstAndThenWhatPeopleSay() {
        assertThat(column("prospecting")).isEqualTo("CBA");
        move(a, "{\"above\": \"%s\", \"below\": \"%s\"}".formatted(c, b));
        assertThat(column("prospecting")).isEqualTo("CAB");
        move(c, "{\"above\": \"%s\"}".formatted(b));
        assertThat(column("prospecting")).isEqualTo("ABC");
        move(b, "{}");
        assertThat(column("prospecting")).isEqualTo("BAC");
        move(c, "{\"below\": \"%s\"}".formatted(a));
        assertThat(column("prospecting")).isEqualTo("BCA");
        deal("D");
        assertThat(column("prospecting")).isEqualTo("DBCA");
    }

    @Test
    void leavesVersionAndHistoryAloneWithinAColumn() {
        Visitor.Answer moved = move(a, "{}");
        assertThat(moved.header("ETag")).isEqualTo("\"1\"");
        assertThat(me.get(DEALS + "/" + a + "/history").body().path("entries").size())
                .isEqualTo(1);
    }

    @Test
    void changesTheStageAndThePlaceTogether() {
        move(b, "{\"values\": {\"stage\": \"proposal\"}}");
        assertThat(me.with("If-Match", "\"1\"")
                        .post(
                                DEALS + "/" + c + "/position",
                                "{\"above\": \"%s\", \"values\": {\"stage\": \"proposal\"}}".formatted(b))
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(column("proposal")).isEqualTo("BC");
    }

    @Test
    void refusesWhatTheStageAsksForAndMovesNothing() {
        Visitor.Answer refused = move(c, "{\"values\": {\"stage\": \"won\"}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("faults").path(0).path("message").asString())
                .contains("close value");
        assertThat(column("prospecting")).isEqualTo("CBA");
    }

    @Test
    void refusesALateMove() {
        me.patch(DEALS + "/" + a, "{\"name\": \"A2\"}");
        assertThat(me.with("If-Match", "\"1\"")
                        .post(DEALS + "/" + a + "/position", "{\"values\": {\"stage\": \"proposal\"}}")
                        .status())
                .isEqualTo(409);
        assertThat(me.with("If-Match", "\"1\"")
                        .post(DEALS + "/" + a + "/position", "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void saysWhatCannotBeMoved() {
        assertThat(move(Ids.next().toString(), "{}").status()).isEqualTo(404);
        assertThat(move("nonsense", "{}").status()).isEqualTo(404);
        assertThat(move(a, "{\"above\": 7}").code()).isEqualTo("record.position-body");
        String account = me.post("/api/objects/account/records", "{\"name\": \"X\"}")
                .body()
                .path("id")
                .asString();
        assertThat(me.post("/api/objects/account/records/" + account + "/position", "{}")
                        .code())
                .isEqualTo("record.position-without-rank");
    }

    @Test
    void letsTwoPeopleMoveAtOnce() throws Exception {
        List<Callable<Integer>> moves = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String id = deal("X");
            moves.add(() -> move(id, "{\"above\": \"%s\", \"below\": \"%s\"}".formatted(b, a))
                    .status());
        }
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (var moved : people.invokeAll(moves)) {
                assertThat(moved.get()).isEqualTo(200);
            }
        }
        assertThat(column("prospecting")).isEqualTo("CB" + "X".repeat(12) + "A");
    }
}
