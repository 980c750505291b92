package io.flywheel.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.TestCatalog;
import io.flywheel.exchange.file.Columns;
import io.flywheel.kernel.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MappingReaderTest {
    private static final String DEAL = """
            label: {zh: 商机, en: Deal}
            plural: {zh: 商机, en: Deals}
            roles: {title: name, owner: owner, amount: amount, stage: stage, closed: close_date}
            fields:
              name: {type: text, length: 200, label: {zh: 商机名称, en: Name}}
              external_id: {type: text, length: 50, label: {zh: 外部编号, en: External number}, unique: true}
              account: {type: reference, object: account, label: {zh: 客户, en: Account}}
              owner: {type: member, label: {zh: 负责人, en: Owner}}
              stage: {type: choice, label: {zh: 阶段, en: Stage}, options: {won: {zh: 赢单, en: Won}, lost: {zh: 输单, en: Lost}}}
              amount: {type: money, digits: 2, label: {zh: 成交金额, en: Close value}}
              close_date: {type: date, label: {zh: 关闭日期, en: Close date}}
              double: {type: formula, result: {type: money, digits: 2}, expression: "amount * 2", label: {zh: 两倍, en: Double}}
            """;
    private static final String ACCOUNT = """
            label: {zh: 客户, en: Account}
            plural: {zh: 客户, en: Accounts}
            roles: {title: name}
            fields:
              name: {type: text, length: 200, label: {zh: 客户名称, en: Name}}
              parent: {type: reference, object: account, label: {zh: 上级客户, en: Parent account}}
            """;

    @Test
    void guessesColumnsByNameLabelAndWhatOtherSystemsCallThem() {
        assertThat(guess(
                        "deal",
                        "opportunity_id",
                        "sales_agent",
                        "product",
                        "account",
                        "deal_stage",
                        "close_date",
                        "close_value"))
                .containsExactly("external_id", "owner", "-", "account", "stage", "close_date", "amount");
        assertThat(guess("deal", "商机名称", "客户名称", "负责人", "销售阶段", "预计成交日期", "成交金额"))
                .containsExactly("name", "account", "owner", "stage", "close_date", "amount");
        assertThat(guess("deal", "Opportunity Name", "Account Name", "StageName", "CloseDate", "Amount"))
                .containsExactly("name", "account", "stage", "close_date", "amount");
        assertThat(guess("account", "account", "subsidiary_of")).containsExactly("name", "parent");
    }

    @Test
    void letsAMappingOverrideTheGuess() {
        Mapping mapping = read("deal", List.of("deal_stage", "Amount", "x"), """
                {"deal_stage": {"field": "stage", "values": {"Closed": "won", "Gone": null}}, "Amount": null,
                 "x": ["amount", {"field": "account", "by": "name", "fuzzy": true}], "const": {"field": "name", "value": "imported"}}
                """);
        assertThat(mapping.targets())
                .extracting(target -> target.field().name())
                .containsExactly("stage", "amount", "account", "name");
        assertThat(mapping.of("stage").orElseThrow().values())
                .containsEntry("closed", "won")
                .containsEntry("gone", "");
        assertThat(mapping.of("account").orElseThrow().fuzzy()).isTrue();
        assertThat(mapping.neededWidth()).isEqualTo(3);
    }

    @Test
    void createsTheMissingTargetsOfTheFieldsItIsToldTo() {
        Columns columns = new Columns(List.of("account"));
        Mapping mapping = new MappingReader(object("deal"), columns, Set.of("account")).read(null);
        assertThat(mapping.of("account").orElseThrow().create()).isTrue();
    }

    @Test
    void namesEveryFaultOfAMapping() {
        assertThatThrownBy(() -> read("deal", List.of("a", "b", "c"), """
                {"a": "amuont", "b": "double", "d": "amount", "c": {"field": "close_date", "dates": "sometimes"}}
                """))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.faults())
                                .extracting("path", "code")
                                .containsExactly(
                                        tuple("mapping.a", "exchange.mapping-field-near"),
                                        tuple("mapping.b", "exchange.field-not-given"),
                                        tuple("mapping.d", "exchange.mapping-column"),
                                        tuple("mapping.c.dates", "exchange.mapping-dates")));
        assertThatThrownBy(() -> read("deal", List.of("foo", "bar"), "{}")).isInstanceOf(Problem.Invalid.class);
    }

    private static List<String> guess(String object, String... columns) {
        Map<Integer, String> found = new LinkedHashMap<>();
        new Guess(object(object))
                .of(new Columns(List.of(columns)))
                .forEach((column, field) -> found.put(column, field.name()));
        return IntStream.range(0, columns.length)
                .mapToObj(column -> found.getOrDefault(column, "-"))
                .toList();
    }

    private static Mapping read(String object, List<String> columns, String mapping) {
        return new MappingReader(object(object), new Columns(columns), Set.of())
                .read(JsonMapper.shared().readTree(mapping));
    }

    private static ObjectDefinition object(String name) {
        return new TestCatalog()
                .object("account", ACCOUNT)
                .object("deal", DEAL)
                .catalog()
                .object(name)
                .orElseThrow();
    }
}
