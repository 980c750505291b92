package io.flywheel.record.write;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.DatabaseFault;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.Batch;
import io.flywheel.record.Companion;
import io.flywheel.record.Outcome;
import io.flywheel.record.Records;
import io.flywheel.record.number.NumberSeries;
import io.flywheel.record.plan.WritePlan;
import io.flywheel.record.plan.WritePlans;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The write pipeline: prepare, plan, run in one transaction (or one statement), answer. */
@Component
public final class Writer implements Records {
    /** deadlock, serialization failure, unique violation: the same batch may well succeed at once */
    private static final Set<String> WORTH_RETRYING = Set.of("40P01", "40001", "23505");

    private static final int ATTEMPTS = 4;

    private final Database database;
    private final Catalogs catalogs;
    private final Access access;
    private final WritePlans plans;
    private final NumberSeries numbers;
    private final Pipeline pipeline;
    private final List<WriteListener> listeners;

    public Writer(
            Database database,
            Catalogs catalogs,
            Access access,
            WritePlans plans,
            NumberSeries numbers,
            Pipeline pipeline,
            List<WriteListener> listeners) {
        this.database = database;
        this.catalogs = catalogs;
        this.access = access;
        this.plans = plans;
        this.numbers = numbers;
        this.pipeline = pipeline;
        this.listeners = listeners;
    }

    @Override
    public Outcome write(Actor actor, Batch batch, Companion companion) {
        Outcome outcome = planned(() -> {
            Pipeline.Job job = job(actor, batch, companion);
            boolean alone = job.alone() && companion == Companion.NONE;
            return retrying(actor.workspace(), alone, connection -> runAll(connection, List.of(job)))
                    .getFirst();
        });
        listeners.forEach(listener -> listener.written(actor.workspace()));
        return outcome;
    }

    @Override
    public List<Outcome> write(Actor actor, List<Batch> batches) {
        List<Outcome> outcomes = planned(() -> {
            List<Pipeline.Job> jobs = batches.stream()
                    .map(batch -> job(actor, batch, Companion.NONE))
                    .toList();
            return retrying(actor.workspace(), false, connection -> runAll(connection, jobs));
        });
        listeners.forEach(listener -> listener.written(actor.workspace()));
        return outcomes;
    }

    /**
     * Looks at a batch without writing it: whether the actor may do such a thing at all, and whether its fields and
     * values fit.
     *
     * @throws Problem as {@link #write}, before any record is touched
     */
    public void check(Actor actor, Batch batch) {
        job(actor, batch, Companion.NONE);
    }

    private List<Outcome> runAll(Connection connection, List<Pipeline.Job> jobs) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Pipeline.Job job : jobs) {
            if (!catalogs.current(job.actor().workspace(), job.catalog())) {
                throw new Outdated();
            }
            outcomes.add(pipeline.run(connection, job));
        }
        return outcomes;
    }

    /** Plans anew if something was published before the statements began: what they leave out would be missing. */
    private static <T> T planned(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.get();
            } catch (Outdated outdated) {
                if (attempt == ATTEMPTS) {
                    throw new Problem.Busy("record.definitions-change", Duration.ofSeconds(1), true);
                }
            }
        }
    }

    private static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1;

        Outdated() {
            super("outdated", null, false, false);
        }
    }

    private Pipeline.Job job(Actor actor, Batch batch, Companion companion) {
        ObjectRights rights = access.on(actor, batch.object());
        Catalog catalog = catalogs.of(actor.workspace());
        ObjectDefinition object = Objects.requireNonNull(catalog.objects().get(batch.object()));
        if (!rights.may(right(batch.operation()))) {
            throw new Problem.Forbidden("record.not-allowed-" + batch.operation(), Map.of("object", object.label()));
        }
        if (handsOver(object, batch) && !rights.may(Right.TRANSFER)) {
            throw new Problem.Forbidden("record.not-allowed-TRANSFER", Map.of("object", object.label()));
        }
        Preparation prepared = Preparation.of(actor.workspace(), object, rights, batch, numbers);
        if (!prepared.refused().isEmpty() && !batch.skipFaulty()) {
            throw new Problem.Invalid(faults(prepared.refused(), batch));
        }
        return planned(actor, batch, rights, catalog, object, prepared, companion);
    }

    private Pipeline.Job planned(
            Actor actor,
            Batch batch,
            ObjectRights rights,
            Catalog catalog,
            ObjectDefinition object,
            Preparation prepared,
            Companion companion) {
        boolean many = prepared.rows().size() != 1
                || batch.operation() == Batch.Operation.DELETE
                || batch.operation() == Batch.Operation.RESTORE;
        RowScope reach =
                batch.operation() == Batch.Operation.CREATE ? new RowScope.All() : reach(object, batch, rights);
        ReferenceSight sight = ReferenceSight.of(access, actor, object);
        WritePlan plan = plans.plan(new WritePlans.Asked(
                actor.workspace(), catalog, object, batch.operation(), many, prepared.fields(), reach, sight));
        Binding binding =
                new Binding(actor.member(), batch.cause(), prepared.fields(), prepared.rows(), many, reach, sight);
        return new Pipeline.Job(
                actor,
                catalog,
                object,
                batch,
                plan,
                binding,
                prepared,
                rights.scope(Right.SEE),
                rights.hidden(),
                companion);
    }

    private static RowScope reach(ObjectDefinition object, Batch batch, ObjectRights rights) {
        RowScope reach = rights.scope(right(batch.operation()));
        return handsOver(object, batch) ? reach.and(rights.scope(Right.TRANSFER)) : reach;
    }

    /** Who gives a record's owner anew hands it over, which is a right of its own. */
    private static boolean handsOver(ObjectDefinition object, Batch batch) {
        String owner = object.roles().get("owner");
        return batch.operation() == Batch.Operation.CHANGE
                && owner != null
                && batch.fields().contains(owner);
    }

    static Right right(Batch.Operation operation) {
        return switch (operation) {
            case CREATE -> Right.CREATE;
            case CHANGE -> Right.CHANGE;
            case DELETE, RESTORE -> Right.DELETE;
        };
    }

    /** Faults carry the place of their row. */
    static List<Fault> faults(List<Outcome.Refused> refused, Batch batch) {
        List<Fault> all = new ArrayList<>();
        for (Outcome.Refused row : refused) {
            for (Fault fault : row.faults()) {
                all.add(fault.within(batch.place(row.number())));
            }
        }
        return all;
    }

    private <T> T retrying(Workspace workspace, boolean alone, io.flywheel.database.Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return alone ? database.in(workspace, work) : database.transaction(workspace, work);
            } catch (DatabaseFault fault) {
                if (attempt == ATTEMPTS || !WORTH_RETRYING.contains(fault.state())) {
                    throw fault;
                }
            }
        }
    }
}
