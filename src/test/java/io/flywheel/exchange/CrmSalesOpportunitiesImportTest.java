package io.flywheel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.flywheel.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Real sales data goes in by the command line, every row of it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CrmSalesOpportunitiesImportTest {
    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.settings(registry);
    }

    @Test
    void takesInEveryRowOfACrmsFourFilesByGuessing() {
        Optional<Path> folder = SampleWorkspaces.folder("crm_sales_opportunities");
        assumeThat(folder).isPresent();
        SampleWorkspaces.Sample sample = samples().crmSalesOpportunities(folder.orElseThrow());
        assertThat(created(sample)).containsExactly(35, 7, 85, 8800);
        assertThat(number(sample, "opportunity", "count()")).isEqualTo("8800");
        assertThat(number(sample, "opportunity", "count(where account is null)"))
                .isEqualTo("1425");
        assertThat(number(sample, "opportunity", "count(where product is null)"))
                .isEqualTo("0");
        assertThat(number(sample, "account", "count(where parent is not null)")).isEqualTo("15");
        assertThat(number(sample, "member", "count(where manager is not null)")).isEqualTo("35");
        assertThat(number(sample, "team", "count()")).isEqualTo("3");
    }

    @Test
    void takesInEveryRowOfAChineseSuperstoreFromItsCsv() {
        Optional<Path> folder = SampleWorkspaces.folder("superstore_zh");
        assumeThat(folder).isPresent();
        checkSuperstore(samples().superstore(folder.orElseThrow()));
    }

    @Test
    void takesInTheSameFromTheLegacyWorkbook() throws IOException {
        Optional<Path> folder = SampleWorkspaces.folder("superstore_zh");
        assumeThat(folder).isPresent();
        checkSuperstore(samples().superstoreWorkbook(folder.orElseThrow()));
    }

    private void checkSuperstore(SampleWorkspaces.Sample sample) {
        JsonNode lines = sample.imports().getLast();
        assertThat(lines.path("created").asInt()).isEqualTo(lines.path("total").asInt());
        assertThat(number(sample, "sales_line", "count(where seller is null or customer is null or product is null)"))
                .isEqualTo("0");
        assertThat(number(sample, "sales_line", "round(sum(sales), 2)")).isEqualTo("16117548.24");
        assertThat(number(sample, "sales_line", "round(sum(profit), 2)")).isEqualTo("2156559.52");
        assertThat(number(sample, "sales_return", "count()")).isEqualTo("296");
        assertThat(number(sample, "account", "count()")).isEqualTo("790");
    }

    private SampleWorkspaces samples() {
        return new SampleWorkspaces("http://localhost:" + port);
    }

    private static List<Integer> created(SampleWorkspaces.Sample sample) {
        return sample.imports().stream().map(job -> job.path("created").asInt()).toList();
    }

    private static String number(SampleWorkspaces.Sample sample, String object, String measure) {
        JsonNode answer = sample.post("/api/query", Map.of("object", object, "measures", Map.of("value", measure)));
        JsonNode row = answer.path("rows").get(0);
        return row.isArray() ? row.get(0).asString() : row.path("value").asString();
    }
}
