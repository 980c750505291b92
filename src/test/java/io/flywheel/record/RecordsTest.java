package io.flywheel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.ProductTest;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsTest extends ProductTest {
    private static final String COMPANY = """
            label: Company
            roles: {title: name, owner: owner}
            fields:
              name: {type: text, length: 40, label: Name, required: true, unique: true}
              owner: {type: member, label: Owner, default: "me"}
              industry: {type: text, label: Industry}
              deals_won: {type: rollUp, object: deal, via: company, function: sum, of: amount, where: "stage = \\"won\\"", result: {type: money, digits: 2}, label: Won}
              deals: {type: rollUp, object: deal, via: company, function: count, result: {type: number}, label: Deals}
              last_close: {type: rollUp, object: deal, via: company, function: max, of: close_date, result: {type: date}, label: Last}
            """;
    private static final String DEAL = """
            label: Deal
            roles: {title: name, owner: owner, amount: amount, stage: stage}
            fields:
              name: {type: text, label: Name}
              number: {type: autoNumber, format: "D-{000}", label: Number}
              company: {type: reference, object: company, label: Company}
              owner: {type: member, label: Owner, default: "me"}
              stage: {type: choice, label: Stage, default: "\\"open\\"", options: {open: Open, talk: Talk, won: Won}}
              amount: {type: money, digits: 2, label: Amount}
              probability: {type: percent, digits: 0, label: Probability}
              weighted: {type: formula, expression: "amount * probability / 100", result: {type: money, digits: 2}, label: Weighted}
              twice: {type: formula, expression: "weighted * 2", result: {type: money, digits: 2}, label: Twice}
              close_date: {type: date, label: Closed}
              tags: {type: multiChoice, label: Tags, options: {a: A, b: B}}
              shares: {type: lines, object: share, via: deal, label: Shares}
            rules:
              - {name: positive, check: "amount >= 0", message: {zh: 不能为负, en: Not negative}, field: amount}
              - {name: hundred, check: "count(shares) = 0 or sum(shares.percent) = 100", message: {zh: 合计 100, en: Shares make 100}}
              - {name: closed, check: "stage <> \\"won\\" or close_date is not null", message: {zh: 缺日期, en: Give the day}, level: warn}
            facilities:
              stagePath:
                field: stage
                stages: {open: {outcome: open}, talk: {outcome: open, next: [won]}, won: {outcome: won, gate: "amount > 0", message: {zh: 填金额, en: Needs an amount}}}
                events: {object: move, record: deal, from: from_stage, to: to_stage, at: at, actor: actor}
            """;
    private static final String SHARE = """
            label: Share
            fields:
              deal: {type: reference, object: deal, label: Deal, required: true}
              member: {type: member, label: Member}
              percent: {type: percent, digits: 2, label: Percent}
            """;
    private static final String MOVE = """
            label: Move
            fields:
              deal: {type: reference, object: deal, label: Deal}
              from_stage: {type: text, label: From}
              to_stage: {type: text, label: To}
              at: {type: dateTime, label: At}
              actor: {type: member, label: By}
            """;

    private Actor actor;

    @BeforeEach
    void world() {
        actor = newWorkspace();
        publish(actor, "company", COMPANY, "deal", DEAL, "share", SHARE, "move", MOVE);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private UUID company() {
        return create(actor, "company", "name", "Acme");
    }

    @Test
    void computesWhatIsStoredAndRoundsOnce() {
        UUID deal = create(actor, "deal", "amount", number("10.005"), "probability", number("33"));
        assertThat(value(actor, "select amount || ' ' || weighted || ' ' || twice from %s.deal"))
                .isEqualTo("10.01 3.30 6.60");
        records.write(actor, change("deal", deal, 1, "probability", number("50")));
        assertThat(value(actor, "select weighted || ' ' || twice || ' ' || version from %s.deal"))
                .isEqualTo("5.01 10.02 2");
    }

    @Test
    void fillsDefaultsAndNumbers() {
        create(actor, "deal", "amount", number("1"), "tags", new String[] {"b", "a"});
        assertThat(value(actor, "select number || stage || (owner = created_by) || tags::text from %s.deal"))
                .isEqualTo("D-001opentrue{b,a}");
    }

    @Test
    void keepsTheLogWithOldAndNew() {
        UUID deal = create(actor, "deal", "name", "A", "amount", number("1"));
        records.write(actor, change("deal", deal, null, "name", "B"));
        assertThat(value(actor, "select diff::text from %s.sys_change_log where object = 'deal' and operation = 'u'"))
                .isEqualTo("{\"name\": [\"A\", \"B\"]}");
    }

    @Test
    void writesNothingWhenNothingChanges() {
        UUID deal = create(actor, "deal", "name", "A");
        Outcome outcome = records.write(actor, change("deal", deal, 1, "name", "A"));
        assertThat(outcome.written().getFirst().version()).isEqualTo(1);
    }

    @Test
    void reportsEveryFaultOfEveryRowAndWritesNone() {
        Batch batch = new Batch(
                "deal",
                Batch.Operation.CREATE,
                List.of("amount", "company"),
                List.of(
                        new Batch.Row(3, null, null, new Object[] {number("-1"), UUID.randomUUID()}),
                        new Batch.Row(4, null, null, new Object[] {number("1"), null}),
                        new Batch.Row(5, null, null, new Object[] {number("-2"), null})),
                false,
                null);
        assertThatThrownBy(() -> records.write(actor, batch)).isInstanceOfSatisfying(Problem.Invalid.class, invalid -> {
            assertThat(invalid.faults()).extracting("path").containsExactly("[3].company", "[3].amount", "[5].amount");
            assertThat(invalid.faults().get(1).message(Language.ZH)).isEqualTo("不能为负");
        });
        assertThat(value(actor, "select count(*) from %s.deal")).isEqualTo("0");
    }

    @Test
    void skipsFaultyRowsWhenAsked() {
        Batch batch = new Batch(
                "company",
                Batch.Operation.CREATE,
                List.of("name"),
                List.of(
                        new Batch.Row(1, null, null, new Object[] {"A"}),
                        new Batch.Row(2, null, null, new Object[] {null}),
                        new Batch.Row(3, null, null, new Object[] {"A"})),
                true,
                null);
        Outcome outcome = records.write(actor, batch);
        assertThat(outcome.written()).extracting("number").containsExactly(1);
        assertThat(outcome.refused()).extracting("number").containsExactlyInAnyOrder(2, 3);
        assertThat(outcome.refused())
                .flatExtracting("faults")
                .extracting("code")
                .containsExactlyInAnyOrder("record.required", "record.taken");
    }

    @Test
    void refusesAValueThatIsTaken() {
        company();
        assertThatThrownBy(this::company)
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        invalid ->
                                assertThat(invalid.faults().getFirst().code()).isEqualTo("record.taken"));
        UUID other = create(actor, "company", "name", "Other");
        assertThatThrownBy(() -> records.write(actor, change("company", other, null, "name", "Acme")))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void tellsTheSecondEditorWhatChanged() {
        UUID deal = create(actor, "deal", "name", "A");
        records.write(actor, change("deal", deal, 1, "name", "B"));
        assertThatThrownBy(() -> records.write(actor, change("deal", deal, 1, "name", "C")))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        conflict -> assertThat(conflict.arguments())
                                .containsEntry("version", 2)
                                .containsEntry("changed", "name"));
    }

    @Test
    void carriesRollUps() {
        UUID company = company();
        UUID other = create(actor, "company", "name", "Other");
        UUID deal = create(
                actor,
                "deal",
                "company",
                company,
                "amount",
                number("5"),
                "stage",
                "won",
                "close_date",
                LocalDate.of(2026, 1, 2));
        assertThat(rollUps("Acme")).isEqualTo("5 1 2026-01-02");
        records.write(actor, change("deal", deal, null, "amount", number("7.5")));
        assertThat(rollUps("Acme")).isEqualTo("7.5 1 2026-01-02");
        records.write(actor, change("deal", deal, null, "company", other));
        assertThat(rollUps("Acme")).isEqualTo("0.0 0 -");
        assertThat(rollUps("Other")).isEqualTo("7.5 1 2026-01-02");
        records.write(actor, removal(Batch.Operation.DELETE, deal));
        assertThat(rollUps("Other")).isEqualTo("0.0 0 -");
        records.write(actor, removal(Batch.Operation.RESTORE, deal));
        assertThat(rollUps("Other")).isEqualTo("7.5 1 2026-01-02");
    }

    private static Batch removal(Batch.Operation operation, UUID id) {
        return new Batch("deal", operation, List.of(), List.of(new Batch.Row(0, id, null, new Object[0])), false, null);
    }

    private String rollUps(String name) {
        return String.valueOf(value(
                actor,
                "select deals_won || ' ' || deals || ' ' || coalesce(last_close::text, '-') from"
                        + " %s.company where name = '" + name + "'"));
    }

    @Test
    void countsEveryChildOfManyWritersOnce() throws ExecutionException, InterruptedException {
        UUID company = company();
        List<Future<?>> writers = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 8; writer++) {
                writers.add(executor.submit(() -> {
                    for (int i = 1; i <= 15; i++) {
                        UUID deal = create(actor, "deal", "company", company, "amount", number("1"), "stage", "won");
                        records.write(actor, change("deal", deal, null, "amount", number(Integer.toString(i))));
                    }
                }));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(value(actor, "select deals_won || ' ' || deals from %s.company"))
                .isEqualTo("960 120");
    }

    @Test
    void keepsMovesAlongTheStagePath() {
        UUID deal = create(actor, "deal", "name", "A", "amount", number("3"));
        records.write(actor, change("deal", deal, null, "stage", "talk"));
        assertThat(
                        value(
                                actor,
                                "select string_agg(coalesce(from_stage, '-') || '>' || to_stage, ' ' order by at) from %s.move"))
                .isEqualTo("->open open>talk");
        assertThat(value(actor, "select (stage_since > created_at)::text from %s.deal"))
                .isEqualTo("true");
    }

    @Test
    void refusesAStageThatMayNotFollowOrWhoseGateIsShut() {
        UUID deal = create(actor, "deal", "stage", "talk");
        assertThatThrownBy(() -> records.write(actor, change("deal", deal, null, "stage", "open")))
                .hasMessageContaining("record.rule");
        assertThatThrownBy(() -> records.write(actor, change("deal", deal, null, "stage", "won")))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        invalid -> assertThat(invalid.faults().getFirst().message(Language.EN))
                                .isEqualTo("Needs an amount"));
    }

    @Test
    void asksRulesAcrossRowsAfterTheWrite() {
        UUID deal = create(actor, "deal", "name", "A");
        assertThatThrownBy(() -> create(actor, "share", "deal", deal, "percent", number("60")))
                .hasMessageContaining("record.rule");
        Batch both = new Batch(
                "share",
                Batch.Operation.CREATE,
                List.of("deal", "percent"),
                List.of(
                        new Batch.Row(0, null, null, new Object[] {deal, number("60")}),
                        new Batch.Row(1, null, null, new Object[] {deal, number("40")})),
                false,
                null);
        assertThat(records.write(actor, both).written()).hasSize(2);
    }

    @Test
    void letsLinesFollowTheirRecordIntoTheBinAndOut() {
        UUID deal = create(actor, "deal", "name", "A");
        create(actor, "share", "deal", deal, "percent", number("100"));
        records.write(actor, removal(Batch.Operation.DELETE, deal));
        assertThat(value(actor, "select count(*) from %s.share where deleted_at is null"))
                .isEqualTo("0");
        records.write(actor, removal(Batch.Operation.RESTORE, deal));
        assertThat(value(actor, "select count(*) from %s.share where deleted_at is null"))
                .isEqualTo("1");
    }

    @Test
    void warnsWithoutRefusing() {
        Outcome outcome = records.write(actor, creation("deal", "stage", "won", "amount", number("1")));
        assertThat(outcome.written().getFirst().warnings()).hasSize(1);
    }

    @Test
    void namesTheFieldThatWasMeant() {
        assertThatThrownBy(() -> create(actor, "deal", "amuont", number("1")))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        invalid -> assertThat(invalid.faults().getFirst().message(Language.EN))
                                .endsWith("Did you mean \"amount\"?"));
    }

    @Test
    void knowsNoRecordOfAnotherWorkspace() {
        UUID deal = create(actor, "deal", "name", "A");
        Actor stranger = newWorkspace();
        publish(stranger, "company", COMPANY, "deal", DEAL, "share", SHARE, "move", MOVE);
        assertThatThrownBy(() -> records.write(stranger, change("deal", deal, null, "name", "B")))
                .isInstanceOf(Problem.NotFound.class);
    }
}
