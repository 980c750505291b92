package io.flywheel.record.write;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Sql;
import io.flywheel.record.Batch;
import io.flywheel.record.Companion;
import io.flywheel.record.plan.WritePlan;
import io.flywheel.record.plan.WritePlans;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lines live and die with their record: they follow it into the recycle bin and out of it again. */
@Component
final class Cascade {
    private final WritePlans plans;
    private final ObjectProvider<Pipeline> pipeline;

    Cascade(WritePlans plans, ObjectProvider<Pipeline> pipeline) {
        this.plans = plans;
        this.pipeline = pipeline;
    }

    void follow(Connection connection, Pipeline.Job job, List<Written> written) throws SQLException {
        boolean deletes = job.batch().operation() == Batch.Operation.DELETE;
        if (written.isEmpty() || (!deletes && job.batch().operation() != Batch.Operation.RESTORE)) {
            return;
        }
        for (FieldDefinition field : job.object().fields().values()) {
            if (field.type() instanceof FieldType.Lines lines) {
                List<UUID> children = children(connection, job, lines, written, deletes);
                if (!children.isEmpty()) {
                    run(connection, job, lines.object(), children);
                }
            }
        }
    }

    /** Live lines of deleted records; of restored ones those that were deleted by the same stroke, so at the same time. */
    private static List<UUID> children(
            Connection connection, Pipeline.Job job, FieldType.Lines lines, List<Written> parents, boolean deletes)
            throws SQLException {
        String schema = '"' + job.actor().workspace().schema() + "\".";
        UUID[] ids = parents.stream().map(Written::id).toArray(UUID[]::new);
        String sql = "select c.id from " + schema + '"' + lines.object() + "\" c where c.\"" + lines.via()
                + "\" = any(?) and c.deleted_at is " + (deletes ? "null" : "not null")
                + (deletes
                        ? ""
                        : " and c.deleted_at = (select max(l.at) from " + schema
                                + "sys_change_log l where l.record = c.\"" + lines.via() + "\" and l.operation = 'd')");
        return Sql.of(sql, (Object) ids).list(connection, row -> row.getObject(1, UUID.class));
    }

    private WritePlan plan(Pipeline.Job job, ObjectDefinition object, Batch batch, RowScope all) {
        return plans.plan(new WritePlans.Asked(
                job.actor().workspace(),
                job.catalog(),
                object,
                batch.operation(),
                true,
                List.of(),
                all,
                target -> all));
    }

    private void run(Connection connection, Pipeline.Job job, String child, List<UUID> ids) throws SQLException {
        ObjectDefinition object = Objects.requireNonNull(job.catalog().objects().get(child));
        List<Batch.Row> rows = new ArrayList<>();
        List<Prepared> prepared = new ArrayList<>();
        for (UUID id : ids) {
            rows.add(new Batch.Row(prepared.size(), id, null, new Object[0]));
            prepared.add(new Prepared(prepared.size(), id, null, new Object[0]));
        }
        Batch batch = new Batch(
                child,
                job.batch().operation(),
                List.of(),
                rows,
                false,
                job.batch().cause());
        RowScope all = new RowScope.All();
        WritePlan plan = plan(job, object, batch, all);
        Binding binding =
                new Binding(job.actor().member(), batch.cause(), List.of(), prepared, true, all, target -> all);
        pipeline.getObject()
                .run(
                        connection,
                        new Pipeline.Job(
                                job.actor(),
                                job.catalog(),
                                object,
                                batch,
                                plan,
                                binding,
                                new Preparation(List.of(), prepared, List.of()),
                                all,
                                Set.of(),
                                Companion.NONE));
    }
}
