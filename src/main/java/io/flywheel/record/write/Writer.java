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
import io.flywheel.record.Batch;
import io.flywheel.record.Companion;
import io.flywheel.record.Outcome;
import io.flywheel.record.Records;
import io.flywheel.record.number.NumberSeries;
import io.flywheel.record.plan.WritePlan;
import io.flywheel.record.plan.WritePlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        ObjectRights rights = access.on(actor, batch.object());
        Right right = right(batch.operation());
        if (!rights.may(right)) {
            throw new Problem.Forbidden("record.not-allowed", Map.of("right", right.name(), "object", batch.object()));
        }
        Catalog catalog = catalogs.of(actor.workspace());
        ObjectDefinition object = Objects.requireNonNull(catalog.objects().get(batch.object()));
        Preparation prepared = Preparation.of(actor.workspace(), object, rights, batch, numbers);
        if (!prepared.refused().isEmpty() && !batch.skipFaulty()) {
            throw new Problem.Invalid(faults(prepared.refused(), batch));
        }
        if (prepared.rows().isEmpty() && companion == Companion.NONE) {
            return new Outcome(List.of(), prepared.refused());
        }
        Outcome outcome = run(actor, batch, rights, catalog, object, prepared, companion);
        listeners.forEach(listener -> listener.written(actor.workspace()));
        return outcome;
    }

    static Right right(Batch.Operation operation) {
        return switch (operation) {
            case CREATE -> Right.CREATE;
            case CHANGE -> Right.CHANGE;
            case DELETE, RESTORE -> Right.DELETE;
        };
    }

    /** Faults of a batch carry their row's number; those of a single record do not. */
    static List<Fault> faults(List<Outcome.Refused> refused, Batch batch) {
        List<Fault> all = new ArrayList<>();
        for (Outcome.Refused row : refused) {
            for (Fault fault : row.faults()) {
                all.add(batch.rows().size() == 1 ? fault : fault.within("[" + row.number() + "]"));
            }
        }
        return all;
    }

    private Outcome run(
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
        RowScope reach = batch.operation() == Batch.Operation.CREATE
                ? new RowScope.All()
                : rights.scope(right(batch.operation()));
        WritePlan plan = plans.plan(new WritePlans.Asked(
                actor.workspace(),
                catalog,
                object,
                batch.operation(),
                many,
                prepared.fields(),
                reach,
                target -> access.on(actor, target).scope(Right.SEE)));
        Binding binding = new Binding(
                actor.member(),
                batch.cause(),
                prepared.fields(),
                prepared.rows(),
                many,
                reach,
                target -> access.on(actor, target).scope(Right.SEE));
        Pipeline.Job job = new Pipeline.Job(actor, catalog, object, batch, plan, binding, prepared, companion);
        return retrying(job, plan.alone() && !many && companion == Companion.NONE);
    }

    private Outcome retrying(Pipeline.Job job, boolean alone) {
        for (int attempt = 1; ; attempt++) {
            try {
                return alone
                        ? database.in(job.actor().workspace(), connection -> pipeline.run(connection, job))
                        : database.transaction(job.actor().workspace(), connection -> pipeline.run(connection, job));
            } catch (DatabaseFault fault) {
                if (attempt == ATTEMPTS || !WORTH_RETRYING.contains(fault.state())) {
                    throw fault;
                }
            }
        }
    }
}
