package io.flywheel.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.kernel.Ids;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Homes over HTTP: whose they are, what they show, and in which order. */
class HomesTest extends ProductTest {
    @LocalServerPort
    int port;

    private Visitor boss = Visitor.at(0);

    @BeforeEach
    void found() {
        boss = Visitor.at(port).founding("Homes", Ids.next() + "@homes.example");
        assertThat(boss.send("PUT", "/api/apps/crm", "{}").status()).isEqualTo(200);
        assertThat(boss.send("PUT", "/api/apps/performance", "{}").status()).isEqualTo(200);
    }

    private JsonNode homes() {
        return boss.get("/api/home").body().path("homes");
    }

    private List<String> tiles() {
        return homes().path(0)
                .path("tiles")
                .valueStream()
                .map(tile -> tile.path("name").asString() + (tile.path("hidden").asBoolean() ? " hidden" : ""))
                .toList();
    }

    @Test
    void showsTheHomesOfOnesRolesBeforeThatOfEverybody() {
        assertThat(homes().valueStream().map(home -> home.path("name").asString()))
                .containsExactly("manager", "everybody");
        JsonNode tile = homes().path(1).path("tiles").path(1);
        assertThat(tile.path("object").asString()).as("a view is resolved").isEqualTo("task");
        assertThat(tile.path("where").asString()).contains("owner = me");
        assertThat(homes().path(0).at("/headline/behind/zh").asString()).contains("{gap}");
    }

    @Test
    void keepsAnOrderOfOnesOwnUntilItIsReset() {
        List<String> defined = tiles();
        String path = "/api/home/manager/arrangement";
        Answer kept = boss.send("PUT", path, "{\"tiles\": [\"funnel\", \"attainment\"], \"hidden\": [\"stalled\"]}");
        assertThat(kept.status()).as(kept.raw().body()).isEqualTo(204);
        assertThat(tiles())
                .startsWith("funnel", "attainment")
                .contains("stalled hidden")
                .hasSameSizeAs(defined);
        assertThat(homes().path(0).path("arranged").asBoolean()).isTrue();
        assertThat(boss.delete(path).status()).isEqualTo(204);
        assertThat(tiles()).isEqualTo(defined);
    }

    @Test
    void refusesTilesAndHomesThatThereAreNot() {
        Answer tile = boss.send("PUT", "/api/home/manager/arrangement", "{\"tiles\": [\"funel\"]}");
        assertThat(tile.status()).isEqualTo(422);
        assertThat(tile.body().at("/faults/0/message").asString()).contains("funnel");
        assertThat(boss.send("PUT", "/api/home/rep/arrangement", "{}").status())
                .as("a home of other roles")
                .isEqualTo(404);
        assertThat(boss.send("PUT", "/api/home/manager/arrangement", "{}").status())
                .isEqualTo(204);
    }

    @Test
    void findsEveryFaultOfADefinition() {
        Answer answer = boss.send("PUT", "/api/definitions/home/mine", """
                {"label": "Mine", "roles": ["rap"],
                 "headline": {"metric": "revenu", "ahead": "{vale}", "behind": "b", "plain": "p"},
                 "tiles": [
                   {"name": "a", "type": "attainment", "label": "A", "metric": "revenew"},
                   {"name": "a", "type": "ranking", "label": "A"},
                   {"name": "b", "type": "list", "label": "B", "view": "my_taks"},
                   {"name": "c", "type": "list", "label": "C", "object": "oportunity", "columns": ["name"]},
                   {"name": "d", "type": "list", "label": "D", "object": "opportunity", "where": "stagee = 1", "columns": ["nam"]},
                   {"name": "e", "type": "tasks", "label": "E", "view": "my_tasks", "due": "subject"},
                   {"name": "f", "type": "funnel", "label": "F", "object": "account"},
                   {"name": "g", "type": "chart", "label": "G", "metric": "revenue", "groupBy": "sorce"}]}""");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
        assertThat(answer.body()
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("path").asString()))
                .anyMatch(path -> path.endsWith("roles[0]"))
                .anyMatch(path -> path.endsWith("headline.metric"))
                .anyMatch(path -> path.endsWith("headline.ahead"))
                .anyMatch(path -> path.endsWith("tiles[0].metric"))
                .anyMatch(path -> path.endsWith("tiles[1].name"))
                .anyMatch(path -> path.endsWith("tiles[1]"))
                .anyMatch(path -> path.endsWith("tiles[2].view"))
                .anyMatch(path -> path.endsWith("tiles[3].object"))
                .anyMatch(path -> path.contains("tiles[4].where"))
                .anyMatch(path -> path.contains("tiles[4].columns"))
                .anyMatch(path -> path.endsWith("tiles[5].due"))
                .anyMatch(path -> path.endsWith("tiles[6].object"))
                .anyMatch(path -> path.contains("tiles[7].groupBy"));
        assertThat(answer.raw().body()).contains("→ revenue", "→ my_tasks", "→ opportunity", "→ rep");
    }
}
