package io.flywheel.performance.value;

import io.flywheel.access.Access;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.database.Database;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.Period;
import io.flywheel.performance.definition.MetricKind;
import io.flywheel.performance.definition.TargetsFacility;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lays out, for one request, everything that answers about performance need. */
@Component
final class Desk {
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

    /** For one request and one thread. */
    record Papers(
            Actor actor,
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
            if (metric == null) {
                String hint =
                        Nearest.to(name, all.keySet()).map(near -> " → " + near).orElse("");
                throw new Problem.NotFound("performance.no-such-metric", Map.of("metric", name, "hint", hint));
            }
            return metric;
        }
    }

    Papers of(Actor actor) {
        Catalog catalog = catalogs.of(actor.workspace());
        ActorSight sight = new ActorSight(access, actor);
        Reader reader = new Reader(database, catalog, actor, sight);
        Reader whole = new Reader(database, catalog, actor, io.flywheel.query.Sight.everything());
        return new Papers(
                actor,
                catalog,
                sight,
                reader,
                whole,
                new People(actor.workspace(), catalog, reader),
                new TargetReader(actor.workspace(), catalog, sight, reader, targets),
                clock);
    }
}
