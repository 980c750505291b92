package io.flywheel.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.catalog.Documents;
import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Publications;
import io.flywheel.database.TestDatabase;
import io.flywheel.identity.SignUp;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.MetricValues.Row;
import io.flywheel.record.Batch;
import io.flywheel.record.Records;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A small named world: An moves from East to West on 1 August 2025; Bai stays in East; Chen sells nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ValuesTest {
    @Autowired
    private SignUp signUp;

    @Autowired
    private Records records;

    @Autowired
    private Publications publications;

    @Autowired
    private Metrics metrics;

    @Autowired
    private Scorecards scorecards;

    private @Nullable Actor actor;
    private @Nullable UUID an;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.settings(registry);
    }

    @BeforeEach
    void world() {
        SignUp.Founded founded = signUp.found(new SignUp.Wish(
                "Values", Ids.next() + "@example.com", "a long enough password", Language.EN, "", false));
        actor = new Actor(founded.workspace(), founded.member(), Language.EN);
        UUID sales = create("team", "name", "Sales");
        UUID east = create("team", "name", "East", "parent", sales);
        UUID west = create("team", "name", "West", "parent", sales);
        UUID rep = create("position", "name", "Rep");
        UUID anId = create("member", "name", "An", "position", rep);
        an = anId;
        UUID bai = create("member", "name", "Bai", "position", rep);
        UUID chen = create("member", "name", "Chen", "position", rep);
        joins(anId, east, "2025-01-01", "2025-08-01");
        joins(anId, west, "2025-08-01", null);
        joins(bai, east, "2025-01-01", null);
        joins(chen, west, "2025-01-01", null);
        UUID acme = create("account", "name", "Acme");
        UUID brava = create("account", "name", "Brava");
        deal(anId, acme, "won", "2025-07-01", "2025-07-11", "100");
        deal(anId, acme, "won", "2025-08-01", "2025-08-31", "200");
        deal(anId, brava, "lost", "2025-07-01", "2025-09-01", "0");
        deal(bai, brava, "won", "2025-07-01", "2025-09-30", "50.50");
        deal(bai, brava, "engaging", "2025-09-01", null, "70");
        target(anId, "2025-07-01", "2025-07-31", "100");
        target(anId, "2025-08-01", "2025-08-31", "100");
        target(anId, "2025-09-01", "2025-09-30", "200");
        target(bai, "2025-07-01", "2025-09-30", "101");
        target(chen, "2025-07-01", "2025-09-30", "10");
    }

    @Test
    void memberWithoutADealHasZeroAndAnEmptyRate() {
        assertThat(members("revenue"))
                .containsExactly("An 300.00 t400 a0.7500", "Bai 50.50 t101 a0.5000", "Chen 0.00 t10 a0.0000");
        assertThat(members("win_rate")).containsExactly("An 0.6667", "Bai 1.0000", "Chen null");
        assertThat(members("sales_cycle")).containsExactly("An 20.0", "Bai 91.0", "Chen null");
    }

    @Test
    void aDealCountsForTheTeamOfItsDayAndForEveryTeamAbove() {
        assertThat(named(values("revenue", "2025-Q3", "team", null)))
                .containsExactly("Sales 350.50", "East 150.50", "West 200.00");
        assertThat(named(values("sales_cycle", "2025-Q3", "team", null)))
                .as("a median is computed from the rows of each level")
                .containsExactly("Sales 30.0", "East 50.5", "West 30.0");
        assertThat(Objects.requireNonNull(
                                values("revenue", "2025-Q3", "team", null).total())
                        .value())
                .isEqualByComparingTo("350.50");
    }

    @Test
    void aPeriodCutIntoMonthsHasEveryMonth() {
        assertThat(values("revenue", "2025-Q3", null, "month").rows().stream()
                        .map(row -> row.period() + " " + row.figure().value()))
                .containsExactly("2025-07 100.00", "2025-08 200.00", "2025-09 50.50");
    }

    @Test
    void theFirstOrderEverOfACustomerCountsOnce() {
        assertThat(members("new_customers")).containsExactly("An 1", "Bai 1", "Chen 0");
        assertThat(values("new_customers", "2025-08", null, null)
                        .rows()
                        .getFirst()
                        .figure()
                        .value())
                .isEqualByComparingTo("0");
    }

    @Test
    void aStockIsWhatIsThereOnTheLastDayOfThePeriod() {
        assertThat(values("open_deals", "2025-07", null, null)
                        .rows()
                        .getFirst()
                        .figure()
                        .value())
                .as("An's lost deal and Bai's won one were still open")
                .isEqualByComparingTo("2");
        assertThat(values("open_deals", "2025-Q3", null, "month").rows().stream()
                        .map(row -> row.period() + " " + row.figure().value()))
                .containsExactly("2025-07 2", "2025-08 2", "2025-09 1");
    }

    @Test
    void theRecordsBehindANumberAreListed() {
        MetricRecords behind =
                metrics.records(actor(), "revenue", "2025-Q3", "member", null, String.valueOf(an), 50, 0);
        assertThat(behind.shown()).isEqualTo(2);
        assertThat(behind.of()).isEqualTo(2);
        assertThat(behind.records().stream().map(record -> String.valueOf(record.get("amount"))))
                .containsExactly("200", "100");
    }

    @Test
    void aScorecardRanksAndExplainsEachFigure() {
        publish("scorecard", "small", """
                label: {zh: 小, en: Small}
                who: 'position.name = "Rep"'
                lines:
                  - {metric: revenue, weight: 60, target: own, rule: {type: capped, cap: 120}}
                  - {metric: win_rate, weight: 40, target: none, whenEmpty: leaveOut, rule: {type: banded, bands: [{to: 50, score: 0}, {from: 50, to: 90, score: 60}, {from: 90, score: 100}]}}
                """);
        assertThat(scorecards.board(actor(), "small", "2025-Q3").rows().stream()
                        .map(row -> row.rank() + " " + row.member().title() + " " + row.score()))
                .as("An .75×60+.4×60, Bai .5×60+.4×100, Chen 0 of the 60 that count")
                .containsExactly("1 Bai 70.00", "2 An 69.00", "3 Chen 0.00");
        Scorecards.Sheet sheet = scorecards.sheet(actor(), "small", Objects.requireNonNull(an), "2025-Q3");
        assertThat(sheet.lines().getLast().steps().stream().map(Scorecards.Words::text))
                .containsExactly(
                        "2 ÷ 3 = 0.6667",
                        "The value itself, 0.6667, as 66.67",
                        "Bands: 66.67 lies from 50 (included) to 90 (excluded) and gives 60 points");
        assertThat(sheet.lines().getFirst().steps().get(1).text())
                .isEqualTo("Attainment = actual 300 ÷ target 400 × 100 = 75 %");
        assertThat(sheet.total().getFirst().text()).isEqualTo("Sum of 60% × 75 + 40% × 60 = 69");
    }

    @Test
    void weightsThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> publish("scorecard", "wrong", """
                        label: {zh: 错, en: Wrong}
                        lines:
                          - {metric: revenue, weight: 99.99, rule: {type: capped, cap: 120}}
                          - {metric: revenu, weight: 1, rule: {type: banded, bands: [{to: 5, score: 0}, {from: 6, score: 1}]}}
                        """))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        wrong -> assertThat(wrong.faults().stream().map(fault -> fault.code() + " " + fault.path()))
                                .anyMatch(fault -> fault.startsWith("performance.weights-not-100"))
                                .anyMatch(fault -> fault.startsWith("performance.metric-unknown"))
                                .anyMatch(fault -> fault.startsWith("performance.band-gap")));
    }

    private List<String> members(String metric) {
        return named(values(metric, "2025-Q3", "member", null)).stream()
                .filter(row -> row.startsWith("An ") || row.startsWith("Bai ") || row.startsWith("Chen "))
                .toList();
    }

    private static List<String> named(MetricValues values) {
        return values.rows().stream().map(ValuesTest::shown).toList();
    }

    private static String shown(Row row) {
        String title = row.key() instanceof Metrics.Named named ? String.valueOf(named.title()) : "-";
        BigDecimal target = row.figure().target();
        boolean member = !List.of("Sales", "East", "West").contains(title);
        return title + " " + row.figure().value()
                + (target == null || !member
                        ? ""
                        : " t" + target + " a" + row.figure().attainment());
    }

    private MetricValues values(String metric, String period, @Nullable String by, @Nullable String grain) {
        return metrics.values(actor(), metric, period, by, grain);
    }

    private Actor actor() {
        return Objects.requireNonNull(actor);
    }

    private void publish(String kind, String name, String yaml) {
        publications.publish(
                actor().workspace(), actor().member(), List.of(Edit.publish(kind, name, Documents.yaml(yaml))));
    }

    private void joins(UUID member, UUID team, String from, @Nullable String to) {
        create(
                "team_membership",
                "member",
                member,
                "team",
                team,
                "from_date",
                LocalDate.parse(from),
                "to_date",
                to == null ? null : LocalDate.parse(to));
    }

    private void deal(UUID owner, UUID account, String stage, String engaged, @Nullable String closed, String amount) {
        create(
                "opportunity",
                "name",
                "Deal",
                "owner",
                owner,
                "account",
                account,
                "stage",
                stage,
                "engage_date",
                LocalDate.parse(engaged),
                "close_date",
                closed == null ? null : LocalDate.parse(closed),
                "amount",
                new BigDecimal(amount));
    }

    private void target(UUID member, String from, String to, String amount) {
        create(
                "target",
                "metric",
                "revenue",
                "member",
                member,
                "starts_on",
                LocalDate.parse(from),
                "ends_on",
                LocalDate.parse(to),
                "amount",
                new BigDecimal(amount));
    }

    private UUID create(String object, @Nullable Object... fieldsAndValues) {
        List<String> fields = new ArrayList<>();
        @Nullable Object[] values = new @Nullable Object[fieldsAndValues.length / 2];
        for (int i = 0; i < values.length; i++) {
            fields.add(String.valueOf(fieldsAndValues[2 * i]));
            values[i] = fieldsAndValues[2 * i + 1];
        }
        Batch batch = new Batch(
                object, Batch.Operation.CREATE, fields, List.of(new Batch.Row(0, null, null, values)), false, null);
        return records.write(actor(), batch).written().getFirst().id();
    }
}
