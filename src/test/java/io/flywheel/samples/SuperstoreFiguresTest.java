package io.flywheel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A Chinese superstore's orders, people and returns. */
class SuperstoreFiguresTest extends ProductTest {
    @LocalServerPort
    private int port;

    @Test
    void answersEveryFigureFromTheCsvFiles() {
        Samples samples = Samples.of("superstore_zh");
        check(samples, new SampleWorkspaces(port).superstore(samples));
    }

    @Test
    void answersEveryFigureFromTheLegacyWorkbook() throws IOException {
        Samples samples = Samples.of("superstore_zh");
        check(samples, new SampleWorkspaces(port).superstoreWorkbook(samples));
    }

    private static void check(Samples samples, SampleWorkspace workspace) {
        JsonNode lines = workspace.imports().getLast();
        assertThat(lines.path("created").asInt()).isEqualTo(lines.path("total").asInt());
        assertThat(workspace.measure(
                        "sales_line", "count(where seller is null or customer is null or product is null)"))
                .isEqualTo("0");
        assertThat(workspace.measure("sales_return", "count()")).isEqualTo("296");
        assertThat(workspace.measure("account", "count()")).isEqualTo("790");
        new Answers(workspace, samples).all().areRight();
    }
}
