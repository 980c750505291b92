package io.flywheel.query.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.access.RowScope;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Page;
import io.flywheel.query.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final long SEED = new Random().nextLong();

    private record Deal(
            @Nullable String stage, UUID owner, @Nullable BigDecimal amount, LocalDate closed) {}

    private static World world;
    private static final List<Deal> DEALS = new ArrayList<>();
    private static final List<UUID> MEMBERS = new ArrayList<>();

    @BeforeAll
    static void fill() {
        world = new World();
        Random random = new Random(SEED);
        UUID team = world.insert("team", Map.of("name", "North"));
        for (String name : List.of("Ann", "Bob", "Cid")) {
            MEMBERS.add(world.insert("member", Map.of("name", name, "team", team)));
        }
        String[] stages = {"prospecting", "engaging", "won", null};
        for (int i = 0; i < 200; i++) {
            Deal deal = new Deal(
                    stages[random.nextInt(4)],
                    MEMBERS.get(random.nextInt(3)),
                    random.nextInt(5) == 0 ? null : new BigDecimal(random.nextInt(100_000)).movePointLeft(2),
                    LocalDate.of(2026, 1 + random.nextInt(4), 5));
            DEALS.add(deal);
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("name", "d" + i);
            values.put("stage", deal.stage);
            values.put("owner", deal.owner);
            values.put("amount", deal.amount);
            values.put("close_date", deal.closed);
            world.insert("deal", values);
        }
    }

    @BeforeEach
    void seeAll() {
        world.scopes.clear();
        world.hidden.clear();
    }

    private static BigDecimal sum(List<Deal> deals) {
        return deals.stream().map(Deal::amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void agreesWithAPlainRecomputation() {
        Table table = world.group(
                null,
                List.of("stage"),
                Map.of("total", "sum(amount)", "n", "count()", "owners", "countDistinct(owner)", "most", "max(amount)"),
                "");
        Map<@Nullable String, List<Deal>> groups = new HashMap<>();
        DEALS.forEach(deal ->
                groups.computeIfAbsent(deal.stage, stage -> new ArrayList<>()).add(deal));
        List<String> names = table.columns().stream().map(Table.Column::name).toList();
        assertThat(table.rows()).hasSize(4);
        for (List<@Nullable Object> row : table.rows()) {
            List<Deal> deals = Objects.requireNonNull(groups.get((String) row.getFirst()));
            assertThat((BigDecimal) row.get(names.indexOf("total")))
                    .as("seed %s", SEED)
                    .isEqualByComparingTo(sum(deals));
            assertThat(String.valueOf(row.get(names.indexOf("n")))).isEqualTo(String.valueOf(deals.size()));
            assertThat(String.valueOf(row.get(names.indexOf("owners"))))
                    .isEqualTo(String.valueOf(
                            deals.stream().map(Deal::owner).distinct().count()));
        }
        assertThat(table.rows().stream().map(List::getFirst).toList())
                .isEqualTo(Arrays.asList("prospecting", "engaging", "won", null));
        assertThat(table.columns().getFirst().type()).isEqualTo("choice");
    }

    @Test
    void namesReferencesAndSortsByTheirTitlesOrByAMeasure() {
        Table byName = world.group(null, List.of("owner"), Map.of("n", "count()"), "-owner");
        assertThat(byName.rows().stream().map(row -> ((Page.Named) Objects.requireNonNull(row.getFirst())).title()))
                .containsExactly("Cid", "Bob", "Ann");
        Table byTotal = world.group(null, List.of("owner", "owner.team"), Map.of("total", "sum(amount)"), "-total");
        List<BigDecimal> totals =
                byTotal.rows().stream().map(row -> (BigDecimal) row.get(2)).toList();
        assertThat(totals).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(((Page.Named)
                                Objects.requireNonNull(byTotal.rows().getFirst().get(1)))
                        .title())
                .isEqualTo("North");
    }

    @Test
    void groupsByExpressionsWithinTheScope() {
        world.scopes.put("deal", new RowScope.Owners(Set.of(MEMBERS.getFirst()), List.of()));
        Table table = world.group("amount > 10", List.of("month(close_date)"), Map.of("total", "sum(amount)"), "");
        Map<Integer, List<Deal>> months = DEALS.stream()
                .filter(deal -> deal.owner.equals(MEMBERS.getFirst()))
                .filter(deal -> deal.amount != null && deal.amount.compareTo(BigDecimal.TEN) > 0)
                .collect(Collectors.groupingBy(deal -> deal.closed.getMonthValue()));
        assertThat(table.rows()).hasSize(months.size());
        for (List<@Nullable Object> row : table.rows()) {
            int month = Integer.parseInt(String.valueOf(row.getFirst()).substring("2026-".length()));
            assertThat((BigDecimal) row.get(1)).isEqualByComparingTo(sum(Objects.requireNonNull(months.get(month))));
        }
    }

    @Test
    void answersMediansRatiosAndFilteredMeasuresOfTheWhole() {
        Table table = world.group(
                null,
                List.of(),
                Map.of(
                        "won",
                        "count(where stage = \"won\") / count()",
                        "mid",
                        "median(amount)",
                        "r",
                        "round(avg(amount), 2)"),
                "");
        assertThat(table.rows()).hasSize(1);
        long won = DEALS.stream().filter(deal -> "won".equals(deal.stage)).count();
        int at = table.columns().stream().map(Table.Column::name).toList().indexOf("won");
        assertThat((BigDecimal) table.rows().getFirst().get(at))
                .isEqualByComparingTo(BigDecimal.valueOf(won).divide(BigDecimal.valueOf(DEALS.size())));
    }

    @Test
    void writesColumnsAndRowsAsJson() {
        var json = new io.flywheel.query.json.Json();
        world.groups.write(
                world.actor,
                new io.flywheel.query.Grouping(
                        "deal", "stage = \"won\"", List.of("stage"), Map.of("n", "count()"), List.of(), 0),
                json);
        long won = DEALS.stream().filter(deal -> "won".equals(deal.stage)).count();
        assertThat(json.shown())
                .isEqualTo("{\"columns\":[ {\"name\":\"stage\",\"type\":\"choice\",\"label\":\"Stage\"},"
                        + "{\"name\":\"n\",\"type\":\"number\"}],\"rows\":[[\"won\"," + won + "]]}");
    }

    @Test
    void refusesHiddenFieldsUnknownOrdersAndTooHighLimits() {
        world.hidden.put("deal", Set.of("amount"));
        assertThatThrownBy(() -> world.group(null, List.of("stage"), Map.of("t", "sum(amount)"), "tt"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        invalid -> assertThat(invalid.faults()).hasSize(2));
        assertThatThrownBy(() -> world.group(null, List.of("'; drop table deal"), Map.of(), ""))
                .isInstanceOf(Problem.Invalid.class);
    }
}
