package io.flywheel.record.write;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.record.Batch;
import io.flywheel.record.Outcome;
import io.flywheel.record.number.NumberSeries;
import io.flywheel.record.plan.PreviewPlan;
import io.flywheel.record.plan.WritePlans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a draft would become, before anything is written. */
@Component
public final class Previews {
    private final Database database;
    private final Catalogs catalogs;
    private final Access access;
    private final WritePlans plans;
    private final NumberSeries numbers;

    public Previews(Database database, Catalogs catalogs, Access access, WritePlans plans, NumberSeries numbers) {
        this.database = database;
        this.catalogs = catalogs;
        this.access = access;
        this.plans = plans;
        this.numbers = numbers;
    }

    /**
     * @param values visible, required, readOnly: JSON objects by field
     * @param faults what would refuse it; {@code warnings} what would not
     */
    public record Preview(
            String values,
            String visible,
            String required,
            String readOnly,
            List<Fault> faults,
            List<Fault> warnings) {}

    /**
     * @param batch one row; CREATE for a new record, CHANGE for one that is there
     * @throws Problem.NotFound if the record is not there or may not be seen
     */
    public Preview of(Actor actor, Batch batch) {
        ObjectRights rights = access.on(actor, batch.object());
        Catalog catalog = catalogs.of(actor.workspace());
        ObjectDefinition object = Objects.requireNonNull(catalog.objects().get(batch.object()));
        Batch lenient =
                new Batch(batch.object(), Batch.Operation.CHANGE, batch.fields(), batch.rows(), true, batch.cause());
        Preparation prepared = Preparation.of(actor.workspace(), object, rights, lenient, numbers);
        List<Fault> unfit = prepared.refused().stream()
                .map(Outcome.Refused::faults)
                .flatMap(List::stream)
                .toList();
        Prepared row =
                prepared.rows().isEmpty() ? emptied(batch) : prepared.rows().getFirst();
        List<FieldDefinition> fields = prepared.rows().isEmpty() ? List.of() : prepared.fields();
        ReferenceSight sight = ReferenceSight.of(access, actor, object);
        RowScope reach = rights.scope(Right.SEE);
        PreviewPlan plan = plans.preview(new WritePlans.Asked(
                actor.workspace(), catalog, object, batch.operation(), false, fields, reach, sight));
        Binding binding = new Binding(actor.member(), null, fields, List.of(row), false, reach, sight);
        return database
                .in(
                        actor.workspace(),
                        connection -> Answers.of(
                                connection, plan.statement(), binding::value, found -> preview(found, plan, unfit)))
                .stream()
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("record.not-found", Map.of("object", object.label())));
    }

    /** Values that do not even fit their fields are told as faults; the rest of the form is judged without any. */
    private static Prepared emptied(Batch batch) {
        UUID id = batch.rows().getFirst().id();
        return new Prepared(0, id == null ? new UUID(0, 0) : id, null, new @Nullable Object[0]);
    }

    private static Preview preview(ResultSet row, PreviewPlan plan, List<Fault> unfit) throws SQLException {
        List<Fault> faults = new ArrayList<>(unfit);
        Answers.positions(row.getArray(1))
                .forEach(position -> faults.add(plan.faults().get(position - 1)));
        List<Fault> warnings = Answers.positions(row.getArray(2)).stream()
                .map(position -> plan.faults().get(position - 1))
                .toList();
        return new Preview(row.getString(3), row.getString(4), row.getString(5), row.getString(6), faults, warnings);
    }
}
