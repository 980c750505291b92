package io.flywheel.performance.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.Documents;
import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Publications;
import io.flywheel.database.TestDatabase;
import io.flywheel.identity.Sessions;
import io.flywheel.identity.SignUp;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.record.Records;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every figure that was worked out for the samples, answered by the public API and equal to the digit. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SampleFiguresTest {
    private static final String CRM = "crm_sales_opportunities";
    private static final String SUPERSTORE = "superstore_zh";

    @Autowired
    private SignUp signUp;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Records records;

    @Autowired
    private Publications publications;

    @Autowired
    private Catalogs catalogs;

    @LocalServerPort
    private int port;

    private String token = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.settings(registry);
    }

    @Test
    void answersEveryFigureOfTheSuperstore() throws Exception {
        assumeTrue(Samples.present(SUPERSTORE));
        new Loader(records, workspace()).superstore();
        answersFiles(SUPERSTORE);
    }

    @Test
    void answersEveryFigureOfTheSalesPipeline() throws Exception {
        assumeTrue(Samples.present(CRM));
        Actor actor = workspace();
        new Loader(records, actor).crm();
        answersFiles(CRM);
        answersByAgent(actor);
        answersLeaderboard(actor);
    }

    private Actor workspace() {
        SignUp.Founded founded = signUp.found(new SignUp.Wish(
                "Samples", Ids.next() + "@example.com", "a long enough password", Language.EN, "", false));
        token = sessions.open(founded.account(), founded.workspace().id(), founded.member(), "test")
                .token();
        return new Actor(founded.workspace(), founded.member(), Language.EN);
    }

    private void answersFiles(String sample) throws Exception {
        JsonNode queries = Documents.yaml(resource("/samples/" + sample + ".yaml"));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : queries.path("files").properties()) {
            JsonNode groups = file.getValue().path("groups");
            Collection<String> keys = groups.propertyNames();
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("object", queries.path("object").asString());
            if (file.getValue().has("where")) {
                body.put("where", file.getValue().path("where").asString());
            }
            for (String key : keys) {
                body.withArray("groupBy").addObject().put(key, groups.path(key).asString());
            }
            body.set(
                    "measures",
                    file.getValue().has("measures") ? file.getValue().path("measures") : queries.path("measures"));
            body.put("limit", 10_000);
            compare(
                    file.getKey(),
                    Samples.rows(sample, "expected/" + file.getKey() + ".csv"),
                    keys,
                    table(body),
                    wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private List<Map<String, @Nullable String>> table(ObjectNode body) throws Exception {
        JsonNode answer = call("POST", "/api/query", body);
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (JsonNode row : answer.path("rows")) {
            Map<String, @Nullable String> named = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                JsonNode cell = row.get(i);
                named.put(
                        answer.path("columns").get(i).path("name").asString(), cell.isNull() ? null : cell.asString());
            }
            rows.add(named);
        }
        return rows;
    }

    private static void compare(
            String file,
            List<Map<String, String>> expected,
            Collection<String> keys,
            List<Map<String, @Nullable String>> actual,
            List<String> wrong) {
        Map<List<@Nullable String>, Map<String, @Nullable String>> byKey = new LinkedHashMap<>();
        actual.forEach(row -> byKey.put(keys.stream().map(row::get).toList(), row));
        for (Map<String, String> row : expected) {
            List<@Nullable String> key = new ArrayList<>();
            keys.forEach(name -> key.add(row.get(name)));
            Map<String, @Nullable String> found = byKey.remove(key);
            if (found == null) {
                wrong.add(file + ": no row " + key);
                continue;
            }
            row.forEach((column, figure) -> {
                if (!keys.contains(column) && !same(figure, found.get(column))) {
                    wrong.add(file + " " + key + " " + column + ": " + found.get(column) + " instead of " + figure);
                }
            });
        }
        byKey.keySet().forEach(key -> wrong.add(file + ": one row too many, " + key));
    }

    private static boolean same(String expected, @Nullable String actual) {
        if (expected.isEmpty() || actual == null) {
            return expected.isEmpty() && actual == null;
        }
        return expected.equals(actual)
                || (expected.matches("-?[0-9.]+")
                        && actual.matches("-?[0-9.]+")
                        && new BigDecimal(expected).compareTo(new BigDecimal(actual)) == 0);
    }

    /** By metrics, so that agents without any deal are rows too. */
    private void answersByAgent(Actor actor) throws Exception {
        JsonNode queries = Documents.yaml(resource("/samples/" + CRM + ".yaml"));
        Map<String, Map<String, @Nullable String>> byAgent = new TreeMap<>();
        List<Edit> edits = new ArrayList<>();
        queries.path("measures")
                .properties()
                .forEach(measure -> edits.add(metric(measure.getKey(), measure.getValue())));
        publications.publish(actor.workspace(), actor.member(), edits);
        assertThat(catalogs.of(actor.workspace()).version()).isPositive();
        for (String name : queries.path("measures").propertyNames()) {
            JsonNode answer = call("GET", "/api/metrics/sample_" + name + "/values?period=all&by=member", null);
            for (JsonNode row : answer.path("rows")) {
                JsonNode value = row.path("figure").path("value");
                byAgent.computeIfAbsent(row.path("key").path("title").asString(), ignored -> new LinkedHashMap<>())
                        .put(name, value.isNull() ? null : value.asString());
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> row : Samples.rows(CRM, "expected/by_agent.csv")) {
            Map<String, @Nullable String> found = byAgent.getOrDefault(row.get("sales_agent"), Map.of());
            for (String column : queries.path("measures").propertyNames()) {
                if (!same(String.valueOf(row.get(column)), found.get(column))) {
                    wrong.add(row.get("sales_agent") + " " + column + ": " + found.get(column) + " instead of "
                            + row.get(column));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Edit metric(String name, JsonNode measure) {
        String expression = measure.asString();
        boolean zero = expression.startsWith("count") || expression.startsWith("sum");
        int digits = expression.startsWith("round")
                ? Integer.parseInt(expression.substring(expression.lastIndexOf(' ') + 1, expression.length() - 1))
                : 0;
        return Edit.publish("metric", "sample_" + name, Documents.yaml("""
                        label: {zh: 样例, en: %s}
                        description: {zh: 样例数据的一列, en: A column of the sample figures}
                        object: opportunity
                        measure: '%s'
                        date: close_date
                        member: owner
                        aggregation: exact
                        digits: %d
                        empty: %s
                        """.formatted(
                        name, expression, digits, zero ? "zero" : "none")));
    }

    private void answersLeaderboard(Actor actor) throws Exception {
        publications.publish(
                actor.workspace(),
                actor.member(),
                List.of(Edit.publish("scorecard", "leaderboard", Documents.yaml("""
                label: {zh: 排行榜, en: Leaderboard}
                who: 'position.name = "Sales agent"'
                digits: 2
                lines:
                  - {metric: revenue, weight: 100, target: none, rule: {type: linear, zeroAt: 0, fullAt: 100, floor: 0, cap: 100000000000}}
                """))));
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        Samples.rows(CRM, "expected/leaderboard_quarter.csv")
                .forEach(row -> expected.add(String.join(
                        ",",
                        row.get("quarter"),
                        row.get("rank"),
                        row.get("sales_agent"),
                        row.get("won_revenue"),
                        row.get("won"))));
        for (String quarter : List.of("2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4")) {
            Map<String, String> won = new LinkedHashMap<>();
            call("GET", "/api/metrics/won_deals/values?by=member&period=" + quarter, null)
                    .path("rows")
                    .forEach(row -> won.put(
                            row.path("key").path("id").asString(),
                            row.path("figure").path("value").asString()));
            JsonNode board = call("GET", "/api/scorecards/leaderboard?period=" + quarter, null);
            for (JsonNode row : board.path("rows")) {
                String revenue = row.path("lines")
                        .get(0)
                        .path("actual")
                        .decimalValue()
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .toPlainString();
                String id = row.path("member").path("id").asString();
                actual.add(String.join(
                        ",",
                        quarter,
                        row.path("rank").asString(),
                        row.path("member").path("title").asString(),
                        revenue,
                        won.getOrDefault(id, "")));
            }
        }
        assertThat(actual).containsExactlyElementsOf(expected);
    }

    private JsonNode call(String method, String path, @Nullable JsonNode body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace(" ", "%20")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Documents.text(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
            return Documents.anyJson(response.body());
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = SampleFiguresTest.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
