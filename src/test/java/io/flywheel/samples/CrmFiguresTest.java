package io.flywheel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.catalog.Documents;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A hardware seller's people, products, accounts and pipeline: four files, every column guessed. */
class CrmFiguresTest extends ProductTest {
    private static final String CRM = "crm_sales_opportunities";
    private static final List<String> QUARTERS = List.of("2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4");

    @LocalServerPort
    private int port;

    @Test
    void answersEveryFigureFromTheFourFiles() {
        Samples samples = Samples.of(CRM);
        SampleWorkspace workspace = new SampleWorkspaces(port).crm(samples);
        everyRowIsIn(workspace);
        Answers answers = new Answers(workspace, samples).all();
        answers.compare("by_agent", List.of("sales_agent"), byAgent(workspace));
        answers.areRight();
        assertThat(leaderboard(workspace)).containsExactlyElementsOf(expectedLeaderboard(samples));
    }

    private static void everyRowIsIn(SampleWorkspace workspace) {
        assertThat(workspace.imports())
                .extracting(job -> job.path("created").asInt())
                .containsExactly(35, 7, 85, 8800);
        assertThat(workspace.measure("opportunity", "count(where account is null)"))
                .isEqualTo("1425");
        assertThat(workspace.measure("opportunity", "count(where product is null)"))
                .isEqualTo("0");
        assertThat(workspace.measure("account", "count(where parent is not null)"))
                .isEqualTo("15");
        assertThat(workspace.measure("member", "count(where manager is not null)"))
                .isEqualTo("35");
        assertThat(workspace.measure("team", "count()")).isEqualTo("3");
    }

    /** By metrics, so that agents without any deal are rows too. */
    private static List<Map<String, @Nullable String>> byAgent(SampleWorkspace workspace) {
        Map<String, Map<String, @Nullable String>> byAgent = agents(workspace);
        JsonNode measures = Answers.queries(CRM).path("measures");
        for (Map.Entry<String, JsonNode> measure : measures.properties()) {
            String metric = "sample_" + measure.getKey();
            workspace.put("/api/definitions/metric/" + metric, metric(measure.getKey(), measure.getValue()));
            workspace
                    .get("/api/metrics/" + metric + "/values?period=all&by=member")
                    .path("rows")
                    .forEach(row -> byAgent.getOrDefault(
                                    row.path("key").path("title").asString(), new LinkedHashMap<>())
                            .put(
                                    measure.getKey(),
                                    Answers.text(row.path("figure").path("value"))));
        }
        return List.copyOf(byAgent.values());
    }

    /** Agents are the members who have a manager, each with the columns that say where they belong. */
    private static Map<String, Map<String, @Nullable String>> agents(SampleWorkspace workspace) {
        Map<String, Map<String, @Nullable String>> agents = new TreeMap<>();
        workspace
                .get("/api/objects/member/records?where=manager%20is%20not%20null&fields=name,manager.name,team.name"
                        + "&limit=100")
                .path("records")
                .forEach(agent -> {
                    Map<String, @Nullable String> row = new LinkedHashMap<>();
                    row.put("sales_agent", agent.path("name").asString());
                    row.put("manager", agent.path("manager.name").asString());
                    row.put("region", agent.path("team.name").asString());
                    agents.put(agent.path("name").asString(), row);
                });
        return agents;
    }

    private static JsonNode metric(String name, JsonNode measure) {
        String expression = measure.asString();
        boolean zero = expression.startsWith("count") || expression.startsWith("sum");
        int digits = expression.startsWith("round")
                ? Integer.parseInt(expression.substring(expression.lastIndexOf(' ') + 1, expression.length() - 1))
                : 0;
        return Documents.yaml("""
                label: {zh: 样例, en: %s}
                description: {zh: 样例数据的一列, en: A column of the sample figures}
                object: opportunity
                measure: '%s'
                date: close_date
                member: owner
                aggregation: exact
                digits: %d
                empty: %s
                """.formatted(name, expression, digits, zero ? "zero" : "none"));
    }

    private static List<String> expectedLeaderboard(Samples samples) {
        return samples.expected("leaderboard_quarter").stream()
                .map(row -> String.join(
                        ",",
                        row.get("quarter"),
                        row.get("rank"),
                        row.get("sales_agent"),
                        row.get("won_revenue"),
                        row.get("won")))
                .toList();
    }

    private static List<String> leaderboard(SampleWorkspace workspace) {
        workspace.put("/api/definitions/scorecard/leaderboard", Documents.yaml("""
                label: {zh: 排行榜, en: Leaderboard}
                who: 'manager is not null'
                digits: 2
                lines:
                  - {metric: revenue, weight: 100, target: none, rule: {type: linear, zeroAt: 0, fullAt: 100, floor: 0, cap: 100000000000}}
                """));
        List<String> rows = new ArrayList<>();
        for (String quarter : QUARTERS) {
            Map<String, String> won = won(workspace, quarter);
            workspace
                    .get("/api/scorecards/leaderboard?period=" + quarter)
                    .path("rows")
                    .forEach(row -> rows.add(String.join(",", quarter, place(row, won))));
        }
        return rows;
    }

    private static Map<String, String> won(SampleWorkspace workspace, String quarter) {
        Map<String, String> won = new LinkedHashMap<>();
        workspace
                .get("/api/metrics/won_deals/values?by=member&period=" + quarter)
                .path("rows")
                .forEach(row -> won.put(
                        row.path("key").path("id").asString(),
                        row.path("figure").path("value").asString()));
        return won;
    }

    private static String place(JsonNode row, Map<String, String> won) {
        return String.join(
                ",",
                row.path("rank").asString(),
                row.path("member").path("title").asString(),
                row.path("lines")
                        .get(0)
                        .path("actual")
                        .decimalValue()
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .toPlainString(),
                won.getOrDefault(row.path("member").path("id").asString(), ""));
    }
}
