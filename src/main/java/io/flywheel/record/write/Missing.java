package io.flywheel.record.write;

import io.flywheel.access.RowScope;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Statement;
import io.flywheel.record.Batch;
import io.flywheel.record.plan.Parameters;
import io.flywheel.record.plan.WritePlans;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells apart why a record was not written: it is not there, out of reach, or somebody was faster. */
@Component
final class Missing {
    /**
     * The fault of one row of a batch.
     *
     * @throws Problem if it is the only row: 404, 403 or 409
     */
    Fault why(Connection connection, Pipeline.Job job, Written row) throws SQLException {
        boolean single = job.batch().rows().size() == 1 && !job.batch().skipFaulty();
        if (job.batch().operation() == Batch.Operation.CREATE) {
            return Fault.of("id", "record.id-taken");
        }
        if (row.stale()) {
            Map<String, Object> arguments = Map.of(
                    "version",
                    row.was() == null ? 0 : row.was(),
                    "given",
                    given(job, row),
                    "changed",
                    changedSince(connection, job, row));
            if (single) {
                throw new Problem.Conflict("record.changed-meanwhile", arguments);
            }
            return new Fault("", "record.changed-meanwhile", arguments);
        }
        boolean visible = visible(connection, job, row.id());
        if (single && visible) {
            throw new Problem.Forbidden(
                    "record.out-of-reach", Map.of("object", job.object().label()));
        }
        if (single) {
            throw new Problem.NotFound(
                    "record.not-found", Map.of("object", job.object().label()));
        }
        return Fault.of(
                "",
                visible ? "record.out-of-reach" : "record.not-found",
                "object",
                job.object().label());
    }

    private static int given(Pipeline.Job job, Written row) {
        return job.prepared().rows().stream()
                .filter(prepared -> prepared.number() == row.number() && prepared.version() != null)
                .mapToInt(prepared -> prepared.version())
                .findFirst()
                .orElse(0);
    }

    /** The fields that others changed since the version the writer saw. */
    private static String changedSince(Connection connection, Pipeline.Job job, Written row) throws SQLException {
        List<String> fields = Sql.of(
                        "select distinct jsonb_object_keys(diff) from \""
                                + job.actor().workspace().schema()
                                + "\".sys_change_log where record = ? and version > ? and operation = 'u'",
                        row.id(),
                        given(job, row))
                .list(connection, found -> found.getString(1));
        return String.join(", ", fields);
    }

    private boolean visible(Connection connection, Pipeline.Job job, UUID id) throws SQLException {
        RowScope scope = job.visible();
        Statement asked = WritePlans.visible(job.actor().workspace(), job.catalog(), job.object(), scope);
        return !Answers.of(
                        connection,
                        asked,
                        slot -> slot.equals(Parameters.ID) ? id : Binding.members(scope),
                        row -> true)
                .isEmpty();
    }
}
