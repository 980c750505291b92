package io.flywheel.performance.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.catalog.Documents;
import io.flywheel.kernel.Faults;
import io.flywheel.performance.Attainment;
import io.flywheel.performance.Direction;
import io.flywheel.performance.Exact;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.Score;
import io.flywheel.performance.value.Tally;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkedExamplesTest {
    private final JsonNode worked = Documents.yaml(Files.readString(Path.of("conformance/scorecards/worked.yaml")));

    WorkedExamplesTest() throws IOException {}

    @Test
    void ratiosAreOfSumsAndRoundedOnce() {
        assertThat(worked.path("ratios")).isNotEmpty();
        for (JsonNode example : worked.path("ratios")) {
            MetricDefinition metric = Objects.requireNonNull(new MetricKind()
                    .read(
                            "rate",
                            Documents.yaml("""
                                    {label: R, description: R, object: o, numerator: n, denominator: d, date: d, digits: %s}
                                    """.formatted(example.path("digits").asString())),
                            new Faults()));
            Tally tally =
                    new Tally(number(example.path("numerator")), number(example.path("denominator")), BigDecimal.ONE);
            assertThat(tally.value(metric)).as(about(example)).isEqualTo(number(example.path("value")));
        }
    }

    @Test
    void attainmentsAreNeverInfinite() {
        assertThat(worked.path("attainments")).isNotEmpty();
        for (JsonNode example : worked.path("attainments")) {
            Direction direction = example.path("direction").asString().equals("more") ? Direction.MORE : Direction.LESS;
            BigDecimal percent = Attainment.of(
                            number(example.path("actual")), number(example.path("target")), direction)
                    .percent();
            BigDecimal ratio = percent == null ? null : Exact.round(percent.movePointLeft(2), 4);
            assertThat(ratio).as(about(example)).isEqualTo(number(example.path("ratio")));
        }
    }

    @Test
    void scoresAreTheWeightedSumsOfTheirLines() {
        assertThat(worked.path("scores")).isNotEmpty();
        for (JsonNode example : worked.path("scores")) {
            List<Score.Input> inputs = example.path("lines")
                    .valueStream()
                    .map(line -> new Score.Input(
                            "line",
                            Objects.requireNonNull(number(line.path("weight"))),
                            RuleReader.read(new Part(line.path("rule"))),
                            number(line.path("input")),
                            line.has("whenEmpty")))
                    .toList();
            Score score = Score.of(inputs, 2);
            assertThat(score.total()).as(about(example)).isEqualTo(number(example.path("total")));
            for (int i = 0; i < inputs.size(); i++) {
                BigDecimal expected = number(example.path("lines").get(i).path("score"));
                BigDecimal actual = score.lines().get(i).score();
                assertThat(actual == null ? null : Exact.plain(actual))
                        .as(about(example) + ", line " + i)
                        .isEqualTo(expected == null ? null : Exact.plain(expected));
            }
        }
    }

    private static String about(JsonNode example) {
        return example.path("about").asString();
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }
}
