package io.flywheel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.kernel.Actor;
import io.flywheel.query.Grouping;
import io.flywheel.query.Queries;
import io.flywheel.query.Table;
import io.flywheel.record.log.LedgerRecount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SummariesTest extends ProductTest {
    private static final String COMPANY = """
            label: Company
            roles: {title: name, owner: owner}
            fields:
              name: {type: text, length: 40, label: Name}
              owner: {type: member, label: Owner, default: "me"}
              industry: {type: text, length: 40, label: Industry}
              won: {type: rollUp, object: deal, via: company, function: sum, of: amount, where: "stage = \\"won\\"", result: {type: money, digits: 2}, label: Won}
            summaries:
              - {by: [industry], sums: [won]}
            """;
    private static final String DEAL = """
            label: Deal
            roles: {title: name, owner: owner, amount: amount, stage: stage}
            fields:
              name: {type: text, label: Name}
              company: {type: reference, object: company, label: Company}
              owner: {type: member, label: Owner, default: "me"}
              stage: {type: choice, label: Stage, default: "\\"open\\"", options: {open: Open, talk: Talk, won: Won}}
              amount: {type: money, digits: 2, label: Amount}
              probability: {type: percent, digits: 0, label: Probability}
              weighted: {type: formula, expression: "amount * probability / 100", result: {type: money, digits: 2}, label: Weighted}
              shares: {type: lines, object: share, via: deal, label: Shares}
            rules:
              - {name: positive, check: "amount >= 0", message: {zh: 不能为负, en: Not negative}, field: amount}
            facilities:
              stagePath:
                field: stage
                stages: {open: {outcome: open}, talk: {outcome: open}, won: {outcome: won}}
                events: {object: move, record: deal, from: from_stage, to: to_stage, at: at, actor: actor}
            """;
    private static final String SUMMARIES = """
            summaries:
              - {by: [stage], sums: [amount, weighted]}
              - {by: [company]}
            """;
    private static final String SHARE = """
            label: Share
            fields:
              deal: {type: reference, object: deal, label: Deal, required: true}
              kind: {type: choice, label: Kind, options: {a: A, b: B}}
              percent: {type: percent, digits: 2, label: Percent}
            summaries:
              - {by: [kind], sums: [percent]}
            """;
    private static final String MOVE = """
            label: Move
            fields:
              deal: {type: reference, object: deal, label: Deal}
              from_stage: {type: text, length: 50, label: From}
              to_stage: {type: text, length: 50, label: To}
              at: {type: dateTime, label: At}
              actor: {type: member, label: By}
            summaries:
              - {by: [from_stage, to_stage]}
            """;

    @Autowired
    private LedgerRecount recount;

    @Autowired
    private Queries queries;

    private Actor actor;

    @BeforeEach
    void world() {
        actor = newWorkspace();
        publish(actor, "company", COMPANY, "deal", DEAL + SUMMARIES, "share", SHARE, "move", MOVE);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private Table byStage(@Nullable String where) {
        Map<String, String> measures = new java.util.LinkedHashMap<>();
        measures.put("value", "sum(amount)");
        measures.put("n", "count()");
        measures.put("won", "count(where stage = \"won\") / count()");
        return queries.group(actor, new Grouping("deal", where, List.of("stage"), measures, List.of(), 0));
    }

    private void sumsHold() {
        assertThat(recount.all(actor.workspace(), catalogs.of(actor.workspace())))
                .hasSize(5)
                .allSatisfy(counted ->
                        assertThat(counted.differing()).as(counted.toString()).isZero());
    }

    private String ledger() {
        return "%s." + catalogs.of(actor.workspace()).ledgers("deal").getFirst().table();
    }

    @Test
    void sumsWhatIsCreatedChangedRemovedAndRestored() {
        UUID company = create(actor, "company", "name", "Acme", "industry", "steel");
        UUID deal = create(actor, "deal", "amount", number("10.50"), "probability", number("50"), "company", company);
        create(actor, "deal", "stage", "won");
        create(actor, "share", "deal", deal, "kind", "a", "percent", number("100"));
        sumsHold();
        assertThat(byStage(null).rows().toString()).isEqualTo("[[open, 10.50, 1, 0], [won, 0, 1, 1]]");
        records.write(actor, change("deal", deal, null, "stage", "won"));
        records.write(actor, change("deal", deal, null, "amount", number("20"), "probability", null));
        sumsHold();
        assertThat(byStage(null).rows()).hasToString("[[won, 20.00, 2, 1]]");
        assertThat(value(actor, "select won from %s.company")).isEqualTo("20.00");
        records.write(actor, of(Batch.Operation.DELETE, List.of(deal)));
        sumsHold();
        records.write(actor, of(Batch.Operation.RESTORE, List.of(deal)));
        sumsHold();
        assertThat(value(actor, "select count(*) from " + ledger())).isNotEqualTo("0");
    }

    private static Batch of(Batch.Operation operation, List<UUID> ids) {
        List<Batch.Row> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(new Batch.Row(rows.size(), id, null, new @Nullable Object[0])));
        return new Batch("deal", operation, List.of(), rows, true, null);
    }

    @Test
    void appendsNothingWhenNothingSummedChanges() {
        UUID deal = create(actor, "deal", "amount", number("1"));
        String before = value(actor, "select count(*) from " + ledger());
        records.write(actor, change("deal", deal, null, "name", "B"));
        records.write(actor, change("deal", deal, null, "amount", number("1.00"), "name", "C"));
        assertThat(value(actor, "select count(*) from " + ledger())).isEqualTo(before);
    }

    @Test
    void fillsASummaryThatIsAddedWhileOthersWrite() throws Exception {
        publish(actor, "deal", DEAL);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ids.add(create(actor, "deal", "amount", number(i + ".25")));
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
            List<Future<?>> writers = new ArrayList<>();
            long end = System.nanoTime() + 5_000_000_000L;
            for (int writer = 0; writer < 3; writer++) {
                Random random = new Random(writer);
                writers.add(executor.submit(() -> {
                    while (System.nanoTime() < end) {
                        UUID id = ids.get(random.nextInt(ids.size()));
                        records.write(actor, change("deal", id, null, "amount", number(random.nextInt(99) + ".5")));
                        create(actor, "deal", "stage", random.nextBoolean() ? "won" : "talk", "amount", number("3"));
                    }
                }));
            }
            publish(actor, "deal", DEAL + SUMMARIES);
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(catalogs.of(actor.workspace()).filling()).isEmpty();
        sumsHold();
        assertThat(byStage(null).rows()).hasSameSizeAs(byStage("amount >= 0").rows());
    }
}
