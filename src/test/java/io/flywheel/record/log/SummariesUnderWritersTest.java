package io.flywheel.record.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Ledger;
import io.flywheel.kernel.Actor;
import io.flywheel.record.Batch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Four random writers and two folds at once: at every look the kept sums are those of a recount. */
class SummariesUnderWritersTest extends ProductTest {
    private static final String COMPANY = """
            label: Company
            roles: {title: name, owner: owner}
            fields:
              name: {type: text, label: Name}
              owner: {type: member, label: Owner, default: "me"}
              size: {type: choice, label: Size, options: {small: Small, large: Large}}
              won: {type: rollUp, object: deal, via: company, function: sum, of: amount, where: "stage = \\"won\\"", result: {type: money, digits: 2}, label: Won}
            summaries:
              - {by: [size], sums: [won]}
            """;
    private static final String DEAL = """
            label: Deal
            roles: {owner: owner}
            fields:
              owner: {type: member, label: Owner, default: "me"}
              company: {type: reference, object: company, label: Company}
              stage: {type: choice, label: Stage, options: {open: Open, talk: Talk, won: Won}}
              amount: {type: money, digits: 2, label: Amount}
              percent: {type: percent, digits: 0, label: Percent}
              weighted: {type: formula, expression: "amount * percent / 100", result: {type: money, digits: 2}, label: Weighted}
            summaries:
              - {by: [stage], sums: [amount, weighted]}
              - {by: [company, stage]}
            """;
    private static final List<String> FIELDS = List.of("stage", "amount", "percent", "company", "owner");
    private static final long SPAN_NANOS = 8_000_000_000L;

    @Autowired
    private LedgerRecount recount;

    private final List<UUID> deals = Collections.synchronizedList(new ArrayList<>());
    private final List<UUID> companies = new ArrayList<>();
    private final List<UUID> members = new ArrayList<>();

    @Test
    void keepsSumsExactlyUnderRandomWritersAndFolds() throws Exception {
        long seed = System.nanoTime();
        Actor actor = newWorkspace();
        publish(actor, "company", COMPANY, "deal", DEAL);
        for (int i = 0; i < 4; i++) {
            companies.add(create(actor, "company", "name", "C" + i, "size", i % 2 == 0 ? "small" : null));
            members.add(create(actor, "member", "name", "M" + i, "email", "m" + i + "@example.com"));
        }
        long end = System.nanoTime() + SPAN_NANOS;
        int looks = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                Random random = new Random(seed + writer);
                running.add(executor.submit(until(end, () -> write(actor, random))));
            }
            running.add(executor.submit(until(end, () -> fold(actor))));
            running.add(executor.submit(until(end, () -> fold(actor))));
            for (; System.nanoTime() < end; looks++) {
                sumsHold(actor, seed);
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        fold(actor);
        sumsHold(actor, seed);
        assertThat(looks).isGreaterThan(5);
        assertThat(unfolded(actor)).isZero();
    }

    private static Callable<@Nullable Void> until(long end, Runnable work) {
        return () -> {
            while (System.nanoTime() < end) {
                work.run();
            }
            return null;
        };
    }

    private void sumsHold(Actor actor, long seed) {
        assertThat(recount.all(actor.workspace(), catalogs.of(actor.workspace())))
                .hasSize(3)
                .allSatisfy(counted -> assertThat(counted.differing())
                        .as("seed " + seed + " " + counted)
                        .isZero());
    }

    private void write(Actor actor, Random random) {
        switch (random.nextInt(7)) {
            case 0 -> deals.add(create(actor, "deal", given(random)));
            case 1 -> batch(actor, random, Batch.Operation.CREATE);
            case 2 -> batch(actor, random, Batch.Operation.CHANGE);
            case 3 -> batch(actor, random, Batch.Operation.DELETE);
            case 4 -> batch(actor, random, Batch.Operation.RESTORE);
            case 5 ->
                records.write(
                        actor,
                        change(
                                "company",
                                any(companies, random),
                                null,
                                "size",
                                any(List.of("small", "large"), random)));
            default -> batch(actor, random, Batch.Operation.CHANGE);
        }
    }

    private @Nullable Object[] given(Random random) {
        @Nullable Object[] pairs = new @Nullable Object[FIELDS.size() * 2];
        for (int i = 0; i < FIELDS.size(); i++) {
            pairs[2 * i] = FIELDS.get(i);
            pairs[2 * i + 1] = value(FIELDS.get(i), random);
        }
        return pairs;
    }

    private @Nullable Object value(String field, Random random) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        return switch (field) {
            case "stage" -> any(List.of("open", "talk", "won"), random);
            case "amount" -> BigDecimal.valueOf(random.nextInt(100_000) - 20_000L, 2);
            case "percent" -> BigDecimal.valueOf(random.nextInt(100));
            case "company" -> any(companies, random);
            default -> any(members, random);
        };
    }

    /** Some records, or one that several writers like to write. */
    private void batch(Actor actor, Random random, Batch.Operation operation) {
        boolean gives = operation == Batch.Operation.CREATE || operation == Batch.Operation.CHANGE;
        List<String> fields = new ArrayList<>(FIELDS);
        Collections.shuffle(fields, random);
        List<String> given = gives ? fields.subList(0, 1 + random.nextInt(fields.size())) : List.of();
        List<Batch.Row> rows = new ArrayList<>();
        for (UUID id : some(random)) {
            @Nullable
            Object[] values = given.stream().map(field -> value(field, random)).toArray();
            rows.add(new Batch.Row(rows.size(), operation == Batch.Operation.CREATE ? null : id, null, values));
        }
        if (!rows.isEmpty()) {
            records.write(actor, new Batch("deal", operation, given, rows, true, null))
                    .written()
                    .forEach(row -> deals.add(row.id()));
        }
    }

    private List<UUID> some(Random random) {
        synchronized (deals) {
            if (deals.isEmpty()) {
                return List.of();
            }
            return random.ints(1 + random.nextInt(20), 0, Math.min(300, deals.size()))
                    .distinct()
                    .mapToObj(deals::get)
                    .distinct()
                    .toList();
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private void fold(Actor actor) {
        Catalog catalog = catalogs.of(actor.workspace());
        for (var object : catalog.objects().values()) {
            for (Ledger ledger : catalog.ledgers(object.name())) {
                LedgerFold fold = new LedgerFold(actor.workspace(), ledger);
                database.transaction(actor.workspace(), connection -> fold.foldSome(connection, 1));
            }
        }
    }

    private long unfolded(Actor actor) {
        return catalogs.of(actor.workspace()).ledgers("deal").stream()
                .mapToLong(ledger -> Long.parseLong(value(
                        actor,
                        "select count(*) from %s." + ledger.table() + " where " + Ledger.LEVEL + " = " + Ledger.DELTA)))
                .sum();
    }
}
