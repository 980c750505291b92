package io.flywheel.demo.writing;

import io.flywheel.access.Roles;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.database.Database;
import io.flywheel.demo.company.Company;
import io.flywheel.demo.company.Fact;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.record.Batch;
import io.flywheel.record.Records;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Enters a company into the books of a workspace, step by step as {@code demo/records.yaml} says. */
@Component
public final class Bookkeeper {
    /** Stands in the change log as the cause of every sample record, so that they can be found and taken out again. */
    public static final UUID CAUSE = UUID.nameUUIDFromBytes("sample data".getBytes(StandardCharsets.UTF_8));

    private static final int LARGEST_BATCH = 5_000;

    private final Records records;
    private final Catalogs catalogs;
    private final Roles roles;
    private final Database database;

    public Bookkeeper(Records records, Catalogs catalogs, Roles roles, Database database) {
        this.records = records;
        this.catalogs = catalogs;
        this.roles = roles;
        this.database = database;
    }

    /**
     * Writes all facts whose object the workspace has; a reference to one that it has not stays empty.
     *
     * @param known facts that are records already: the founder
     * @return every fact's record
     */
    public Map<Fact, UUID> enter(Actor actor, Company company, JsonNode plan, Map<Fact, UUID> known) {
        Catalog catalog = catalogs.of(actor.workspace());
        Map<Fact, UUID> ids = new HashMap<>(known);
        for (JsonNode node : plan.path("steps")) {
            Step step = Step.read(node);
            if (catalog.objects().containsKey(step.object())) {
                enter(actor, step, step.facts(company), ids);
            }
        }
        plan.path("roles")
                .properties()
                .forEach(entry -> roles.give(
                        actor.workspace(),
                        company.all(entry.getKey()).stream()
                                .map(fact -> Objects.requireNonNull(ids.get(fact)))
                                .toList(),
                        Set.of(entry.getValue().asString())));
        return ids;
    }

    private void enter(Actor actor, Step step, List<Fact> facts, Map<Fact, UUID> ids) {
        History history = step.history() == null ? null : new History(step.object(), step.history());
        List<UUID> owners = history == null ? List.of() : history.owners(step, facts, ids);
        if (history != null) {
            database.transaction(actor.workspace(), connection -> history.clear(connection, actor.workspace(), owners));
        }
        Set<Fact> waiting = step.change() ? new HashSet<>() : new HashSet<>(facts);
        List<Fact> left = facts;
        while (!left.isEmpty()) {
            List<Fact> wave =
                    left.stream().filter(fact -> ready(step, fact, waiting)).toList();
            left = left.stream().filter(fact -> !ready(step, fact, waiting)).toList();
            for (int from = 0; from < wave.size(); from += LARGEST_BATCH) {
                write(actor, step, wave.subList(from, Math.min(wave.size(), from + LARGEST_BATCH)), ids);
            }
            wave.forEach(waiting::remove);
        }
        if (history != null) {
            database.transaction(actor.workspace(), connection -> history.since(connection, actor.workspace(), owners));
        }
    }

    /** A record comes after those of its own kind that it refers to: a team after the one above it. */
    private static boolean ready(Step step, Fact fact, Set<Fact> waiting) {
        return step.fields().values().stream()
                .noneMatch(source -> source instanceof Step.Source.Named named
                        && fact.value(named.name()) instanceof Fact other
                        && waiting.contains(other));
    }

    private void write(Actor actor, Step step, List<Fact> facts, Map<Fact, UUID> ids) {
        if (!step.change()) {
            facts.forEach(fact -> ids.put(fact, Ids.next()));
        }
        List<Batch.Row> rows = IntStream.range(0, facts.size())
                .mapToObj(i -> new Batch.Row(i, ids.get(facts.get(i)), null, values(step, facts.get(i), ids)))
                .toList();
        Batch.Operation operation = step.change() ? Batch.Operation.CHANGE : Batch.Operation.CREATE;
        records.write(
                actor,
                new Batch(step.object(), operation, List.copyOf(step.fields().keySet()), rows, false, CAUSE));
    }

    private static @Nullable Object[] values(Step step, Fact fact, Map<Fact, UUID> ids) {
        return step.fields().values().stream()
                .map(source -> switch (source) {
                    case Step.Source.Constant constant -> constant.value();
                    case Step.Source.Named named -> value(fact.value(named.name()), ids);
                })
                .toArray();
    }

    private static @Nullable Object value(@Nullable Object value, Map<Fact, UUID> ids) {
        return value instanceof Fact other ? ids.get(other) : value;
    }
}
