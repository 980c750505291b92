package io.flywheel.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The language as data: every case of {@code conformance/formula} holds. */
@NullUnmarked
class FormulaCasesTest {
    private static final UUID DEAL = UUID.fromString("00000000-0000-7000-8000-0000000000d1");
    private final Deals deals = new Deals();

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("conformance/formula"))) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode one : new YAMLMapper().readTree(file.toFile())) {
                    String name = file.getFileName() + ": " + expression(one);
                    tests.add(DynamicTest.dynamicTest(name, () -> holds(one)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(100);
        return tests.stream();
    }

    private static String expression(JsonNode one) {
        return one.has("is") ? one.get("is").asString() : one.get("groups").asString();
    }

    private void holds(JsonNode one) {
        if (one.has("fault")) {
            refuses(one);
            return;
        }
        deals.clear();
        prepare(one);
        Object answer = one.has("is") ? deals.one(expression(one)) : deals.overGroup(expression(one));
        assertThat(shown(answer))
                .isEqualTo(
                        one.get("answers").isNull() ? null : one.get("answers").asString());
    }

    private void refuses(JsonNode one) {
        assertThatThrownBy(() -> check(one)).isInstanceOfSatisfying(Problem.Invalid.class, problem -> {
            Fault fault = problem.faults().getFirst();
            assertThat(fault.code()).isEqualTo(one.get("fault").asString());
            if (one.has("column")) {
                assertThat(fault.arguments().get("column"))
                        .hasToString(one.get("column").asString());
            }
            if (one.has("nearest")) {
                assertThat(fault.arguments())
                        .containsEntry("nearest", one.get("nearest").asString());
            }
            for (Language language : Language.values()) {
                assertThat(Texts.has(language, fault.code())).isTrue();
                assertThat(fault.message(language)).doesNotContain("{");
            }
        });
    }

    private static Checked check(JsonNode one) {
        return one.has("is")
                ? Formula.check(expression(one), Deals.NAMES)
                : Formula.aggregate(expression(one), Deals.NAMES);
    }

    private void prepare(JsonNode one) {
        if (one.has("rows")) {
            one.get("rows").forEach(row -> deals.put("deal", Deals.DEAL, values(row, Map.of())));
            return;
        }
        deals.put("deal", Deals.DEAL, values(one.get("with"), Map.of("id", DEAL)));
        if (one.has("lines")) {
            one.get("lines").forEach(line -> deals.put("line", Deals.LINE, values(line, Map.of("deal", DEAL))));
        }
        if (one.has("account")) {
            deals.put("account", Deals.ACCOUNT, values(one.get("account"), Map.of()));
        }
    }

    private static Map<String, Object> values(@Nullable JsonNode given, Map<String, Object> first) {
        Map<String, Object> values = new java.util.LinkedHashMap<>(first);
        if (given != null) {
            given.properties()
                    .forEach(
                            field -> values.put(field.getKey(), field.getValue().asString()));
        }
        return values;
    }

    private static @Nullable String shown(@Nullable Object answer) {
        return answer instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : string(answer);
    }

    private static @Nullable String string(@Nullable Object answer) {
        return answer == null ? null : answer.toString();
    }
}
