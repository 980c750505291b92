package io.flywheel.performance.value;

import io.flywheel.access.Access;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.Period;
import io.flywheel.performance.ScorecardDefinition;
import io.flywheel.performance.definition.MetricKind;
import io.flywheel.performance.definition.TargetsFacility;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lays out, for one request, everything that answers about performance need. */
@Component
final class Desk {
    private static final int TRIES = 3;

    private final Database database;
    private final Catalogs catalogs;
    private final Access access;
    private final TargetsFacility targets;
    private final Clock clock;

    Desk(Database database, Catalogs catalogs, Access access, TargetsFacility targets, Clock clock) {
        this.database = database;
        this.catalogs = catalogs;
        this.access = access;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * For one request and one thread.
     *
     * @param revision of the rights, read before any of them
     */
    record Papers(
            Actor actor,
            long revision,
            Catalog catalog,
            ActorSight sight,
            Reader reader,
            Reader wholeReader,
            People people,
            TargetReader targets,
            Clock clock) {

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), actor.workspace().zone());
        }

        Period period(String text) {
            return Period.of(text, actor.workspace().fiscalYearStart());
        }

        MetricDefinition metric(String name) {
            Map<String, MetricDefinition> all = catalog.all(MetricKind.NAME, MetricDefinition.class);
            MetricDefinition metric = all.get(name);
            if (metric == null || !sees(metric)) {
                List<String> seen = all.values().stream()
                        .filter(this::sees)
                        .map(MetricDefinition::name)
                        .toList();
                String hint = Nearest.to(name, seen).map(near -> " → " + near).orElse("");
                throw new Problem.NotFound("performance.no-such-metric", Map.of("metric", name, "hint", hint));
            }
            return metric;
        }

        boolean sees(MetricDefinition metric) {
            return new MetricSight(catalog, sight).sees(metric);
        }

        /** Whether every figure of a scorecard may be seen. */
        boolean sees(ScorecardDefinition card) {
            Map<String, MetricDefinition> all = catalog.all(MetricKind.NAME, MetricDefinition.class);
            return card.lines().stream().allMatch(line -> {
                MetricDefinition metric = all.get(line.metric());
                return metric != null && sees(metric);
            });
        }
    }

    /**
     * Answers under the actor's rights. However many statements an answer takes, it counts only if the stored access
     * revision is still the one its rights were made for when the last has run; otherwise it is made anew.
     *
     * @throws Problem.Busy if rights keep changing
     */
    <T> T answer(Actor actor, Function<Papers, T> answering) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Papers papers = of(actor);
            try {
                T answer = answering.apply(papers);
                if (isCurrent(papers)) {
                    return answer;
                }
            } catch (Problem refused) {
                if (isCurrent(papers)) {
                    throw refused;
                }
            }
            access.outdated(actor.workspace());
        }
        throw new Problem.Busy("query.rights-are-changing", Duration.ofSeconds(1), true);
    }

    private boolean isCurrent(Papers papers) {
        String text = "select revision from \"" + papers.actor().workspace().schema() + "\".sys_access";
        return database.in(
                papers.actor().workspace(),
                connection -> Sql.of(text)
                        .first(connection, row -> row.getLong(1))
                        .filter(stored -> stored == papers.revision())
                        .isPresent());
    }

    private Papers of(Actor actor) {
        long revision = access.revision(actor);
        Catalog catalog = catalogs.of(actor.workspace());
        ActorSight sight = new ActorSight(access, actor);
        Reader reader = new Reader(database, catalog, actor, sight);
        Reader whole = new Reader(database, catalog, actor, io.flywheel.query.Sight.everything());
        return new Papers(
                actor,
                revision,
                catalog,
                sight,
                reader,
                whole,
                new People(actor.workspace(), catalog, reader, sight),
                new TargetReader(actor.workspace(), catalog, sight, reader, targets),
                clock);
    }
}
