package io.flywheel.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the reference of the language says is so: its example records are put in, its examples are asked. */
@NullUnmarked
class ExpressionDocumentsTest {
    private static final Map<Language, Path> DOCUMENTS =
            Map.of(Language.EN, Path.of("docs/expressions.md"), Language.ZH, Path.of("docs/expressions.zh-CN.md"));
    private static final UUID DEAL = new UUID(1, 1);
    private static final UUID GROUP = new UUID(1, 2);
    private static final UUID ACCOUNT = new UUID(1, 3);

    private final Deals deals = new Deals();

    @ParameterizedTest
    @EnumSource(Language.class)
    void describesEveryFunctionOnce(Language language) {
        List<String> described = DocumentTable.of(DOCUMENTS.get(language)).stream()
                .filter(table ->
                        List.of("Function", "函数").contains(table.header().getFirst()))
                .flatMap(table -> table.column(0).stream())
                .map(form -> form.substring(0, form.indexOf('(')))
                .distinct()
                .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(Formula.functions());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void givesEveryStatedResult(Language language) {
        List<DocumentTable> tables = DocumentTable.of(DOCUMENTS.get(language));
        putIn(tables);
        Map<String, String> stated = examples(tables, "Result", "结果");
        assertThat(stated).hasSizeGreaterThan(100);
        Map<String, @Nullable String> found = answers(List.copyOf(stated.keySet()));
        SoftAssertions.assertSoftly(softly -> stated.forEach((expression, result) ->
                softly.assertThat(found.get(expression)).as(expression).isEqualTo(result)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void refusesWhatItSaysIsRefused(Language language) {
        Map<String, String> stated = examples(DocumentTable.of(DOCUMENTS.get(language)), "Refused with", "拒绝的原因");
        assertThat(stated).hasSizeGreaterThan(8);
        stated.forEach((expression, words) -> assertThatThrownBy(() -> Formula.check(expression, Deals.NAMES))
                .as(expression)
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.faults().getFirst().message(language))
                                .contains(words)));
    }

    @Test
    void saysTheSameInBothLanguages() {
        assertThat(codes(Language.ZH)).isEqualTo(codes(Language.EN)).isNotEmpty();
    }

    private static List<List<String>> codes(Language language) {
        return DocumentTable.of(DOCUMENTS.get(language)).stream()
                .filter(table -> !table.header().getLast().equals("Refused with"))
                .filter(table -> !table.header().getLast().equals("拒绝的原因"))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.stream().filter(cell -> cell.matches("`[^`]+`")).toList())
                .toList();
    }

    /** Expression to what stands beside it. */
    private static Map<String, String> examples(List<DocumentTable> tables, String english, String chinese) {
        return tables.stream()
                .filter(table ->
                        List.of(english, chinese).contains(table.header().getLast()))
                .flatMap(table -> IntStream.range(0, table.rows().size())
                        .mapToObj(row -> Map.entry(
                                table.column(table.header().size() - 2).get(row),
                                table.column(table.header().size() - 1).get(row))))
                .distinct()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Tables that are headed by fields hold the lines of the deal, the deals of the group, and the deal itself. */
    private void putIn(List<DocumentTable> tables) {
        Map<String, String> deal =
                new HashMap<>(Map.of("id", DEAL.toString(), "account", ACCOUNT.toString(), "version", "1"));
        Map<String, String> before = new HashMap<>(Map.of("version", "2"));
        Map<String, String> account = new HashMap<>(Map.of("id", ACCOUNT.toString()));
        for (DocumentTable table : tables) {
            List<String> fields = table.header();
            if (fields.contains("`product`")) {
                deals.put("line", Deals.LINE, table.records(Map.of("deal", DEAL.toString())));
            } else if (fields.getFirst().equals("`name`")) {
                deals.put("deal", Deals.DEAL, table.records(Map.of("id", GROUP.toString())));
            } else if (List.of("Value", "值").contains(fields.getLast())) {
                table.pairs().forEach((field, value) -> {
                    Map<String, String> record =
                            field.startsWith("account.") ? account : field.startsWith("old.") ? before : deal;
                    record.put(
                            field.substring(field.indexOf('.') + 1), field.equals("tags") ? "{" + value + "}" : value);
                });
            }
        }
        deals.put("deal", Deals.DEAL, deal);
        deals.put("deal", Deals.DEAL, before);
        deals.put("account", Deals.ACCOUNT, account);
    }

    private Map<String, @Nullable String> answers(List<String> expressions) {
        List<Field<?>> fields = new ArrayList<>();
        for (String expression : expressions) {
            boolean group = isMeasure(expression);
            fields.add(deals.answer(expression, group, group ? GROUP : DEAL, deals.workspace.zone())
                    .as("e" + fields.size()));
        }
        Record found = deals.in(sql -> sql.select(fields).fetchSingle());
        Map<String, @Nullable String> answers = new HashMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            answers.put(expressions.get(i), shown(found.get("e" + i)));
        }
        return answers;
    }

    /** One that holds for no record alone is a measure. */
    private static boolean isMeasure(String expression) {
        try {
            Formula.check(expression, Deals.NAMES);
            return false;
        } catch (Problem.Invalid refused) {
            return true;
        }
    }

    private static String shown(@Nullable Object answer) {
        return answer instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : String.valueOf(answer);
    }
}
