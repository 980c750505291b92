package io.flywheel.record.write;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Statement;
import io.flywheel.record.Batch;
import io.flywheel.record.plan.Parameters;
import io.flywheel.record.plan.WritePlans;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Tells apart why a record was not written: it is not there, out of reach, or somebody was faster. */
@Component
final class Missing {
    private final ObjectMapper json;

    Missing(ObjectMapper json) {
        this.json = json;
    }

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
            List<Map<String, Object>> changes = changes(connection, job, row);
            Map<String, Object> arguments = Map.of(
                    "version",
                    row.was() == null ? 0 : row.was(),
                    "given",
                    given(job, row),
                    "changed",
                    changes.stream()
                            .map(change -> String.valueOf(change.get("field")))
                            .collect(Collectors.joining(", ")),
                    "changes",
                    changes);
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

    /** What others made of the fields that the reader may see, since the version that the writer saw; by field. */
    private List<Map<String, Object>> changes(Connection connection, Pipeline.Job job, Written row)
            throws SQLException {
        String schema = '"' + job.actor().workspace().schema() + "\".";
        String name = job.catalog()
                .object(SystemObjects.MEMBER)
                .flatMap(member -> member.role("title"))
                .map(title -> "m.\"" + title.name() + '"')
                .orElse("null");
        return Sql.of(
                        "select distinct on (d.key) d.key, (d.value -> 1)::text, l.actor, " + name + ", l.at from "
                                + schema + "sys_change_log l cross join lateral jsonb_each(l.diff) d left join "
                                + schema + "member m on m.id = l.actor where l.object = ? and l.record = ?"
                                + " and l.version > ? and l.operation = 'u' order by d.key, l.version desc",
                        job.object().name(),
                        row.id(),
                        given(job, row))
                .list(connection, found -> change(found))
                .stream()
                .filter(change -> !job.hidden().contains(String.valueOf(change.get("field"))))
                .toList();
    }

    private Map<String, Object> change(ResultSet found) throws SQLException {
        Map<String, Object> change = new LinkedHashMap<>();
        String value = found.getString(2);
        change.put("field", found.getString(1));
        change.put("value", value == null ? json.nullNode() : json.readTree(value));
        Map<String, Object> by = new LinkedHashMap<>();
        by.put("id", found.getString(3));
        by.put("name", String.valueOf(found.getString(4)));
        change.put("by", by);
        change.put("at", found.getObject(5, OffsetDateTime.class).toInstant().toString());
        return change;
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
