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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The language as data: every case of {@code conformance/formula} holds. */
@NullUnmarked
class FormulaCasesTest {
    private final Deals deals = new Deals();

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("conformance/formula"))) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode one : new YAMLMapper().readTree(file.toFile())) {
                    cases.add(new Case(
                            file.getFileName() + ": " + expression(one),
                            one,
                            new UUID(0, 1 + cases.size()),
                            cases.size()));
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(200);
        Map<Case, Object> answers =
                answers(cases.stream().filter(one -> !one.json.has("fault")).toList());
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.name, () -> holds(one, answers)));
    }

    /** Each case has deals of an id of its own; all are asked in one statement. */
    private Map<Case, Object> answers(List<Case> cases) {
        deals.put("deal", Deals.DEAL, cases.stream().flatMap(Case::rows).toList());
        deals.put("line", Deals.LINE, cases.stream().flatMap(Case::lines).toList());
        deals.put(
                "account", Deals.ACCOUNT, cases.stream().flatMap(Case::account).toList());
        List<Field<?>> fields = cases.stream()
                .<Field<?>>map(one -> deals.answer(expression(one.json), one.json.has("groups"), one.deal, one.zone())
                        .as("c" + one.number))
                .toList();
        Map<Case, Object> answers = new HashMap<>();
        Record found = deals.in(sql -> sql.select(fields).fetchSingle());
        cases.forEach(one -> answers.put(one, found.get("c" + one.number)));
        return answers;
    }

    private record Case(String name, JsonNode json, UUID deal, int number) {
        Stream<Map<String, Object>> rows() {
            Map<String, Object> own = Map.of("id", deal);
            return json.has("rows")
                    ? json.get("rows").valueStream().map(row -> values(row, own))
                    : json.has("groups") ? Stream.of() : Stream.of(values(json.get("with"), own));
        }

        Stream<Map<String, Object>> lines() {
            return json.path("lines").valueStream().map(line -> values(line, Map.of("deal", deal)));
        }

        ZoneId zone() {
            return ZoneId.of(json.path("zone").asString("Asia/Shanghai"));
        }

        Stream<Map<String, Object>> account() {
            return json.has("account") ? Stream.of(values(json.get("account"), Map.of())) : Stream.of();
        }
    }

    private static void holds(Case one, Map<Case, Object> answers) {
        if (one.json.has("fault")) {
            refuses(one.json);
            return;
        }
        JsonNode expected = one.json.get("answers");
        assertThat(shown(answers.get(one))).isEqualTo(expected.isNull() ? null : expected.asString());
    }

    private static String expression(JsonNode one) {
        return one.has("is") ? one.get("is").asString() : one.get("groups").asString();
    }

    private static void refuses(JsonNode one) {
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

    private static Map<String, Object> values(@Nullable JsonNode given, Map<String, Object> first) {
        Map<String, Object> values = new HashMap<>(first);
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
