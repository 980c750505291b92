package io.flywheel.record.write;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.people.Memberships;
import io.flywheel.people.Organisations;
import io.flywheel.record.Batch;
import io.flywheel.record.Companion;
import io.flywheel.record.Outcome;
import io.flywheel.record.plan.AcrossRows;
import io.flywheel.record.plan.Edge;
import io.flywheel.record.plan.WritePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements of one write, in their order, on one connection. */
@Component
final class Pipeline {
    /** All that a write needs to run; {@code visible} and {@code hidden}: the records and fields that the actor may, and may not, see. */
    record Job(
            Actor actor,
            Catalog catalog,
            ObjectDefinition object,
            Batch batch,
            WritePlan plan,
            Binding binding,
            Preparation prepared,
            RowScope visible,
            Set<String> hidden,
            Companion companion) {
        /** Whether one statement is all there is to do. */
        boolean alone() {
            return plan.alone() && !binding.many() && !Organisations.decides(object.name());
        }
    }

    private final RollUps rollUps;
    private final Cascade cascade;
    private final Missing missing;
    private final Clock clock;

    Pipeline(RollUps rollUps, Cascade cascade, Missing missing, Clock clock) {
        this.clock = clock;
        this.rollUps = rollUps;
        this.cascade = cascade;
        this.missing = missing;
    }

    Outcome run(Connection connection, Job job) throws SQLException {
        List<Written> rows = job.prepared().rows().isEmpty() ? List.of() : main(connection, job);
        List<Outcome.Refused> refused = new ArrayList<>(job.prepared().refused());
        refused.addAll(refused(connection, job, rows));
        if (!refused.isEmpty() && !job.batch().skipFaulty()) {
            throw new Problem.Invalid(Writer.faults(refused, job.batch()));
        }
        List<Written> written =
                rows.stream().filter(row -> row.version() != null).toList();
        rollUps.carry(
                connection,
                job.actor().workspace(),
                job.catalog(),
                job.object().name(),
                job.plan().edges(),
                written.stream().map(Written::moves).toList());
        cascade.follow(connection, job, written);
        acrossRows(connection, job, written);
        Memberships.follow(
                connection,
                job.actor().workspace(),
                job.object().name(),
                written.stream().map(Written::id).toList(),
                job.actor().member(),
                LocalDate.now(clock.withZone(job.actor().workspace().zone())));
        Outcome outcome = outcome(job, written, refused);
        job.companion().with(connection, outcome);
        return outcome;
    }

    private static List<Written> main(Connection connection, Job job) throws SQLException {
        WritePlan plan = job.plan();
        return Answers.of(connection, plan.main(), job.binding()::value, row -> Answers.written(row, plan.edges()));
    }

    private List<Outcome.Refused> refused(Connection connection, Job job, List<Written> rows) throws SQLException {
        List<Outcome.Refused> refused = new ArrayList<>();
        Map<Integer, List<Fault>> clashes = clashes(connection, job, rows);
        for (Written row : rows) {
            if (row.version() != null) {
                continue;
            }
            List<Fault> faults = row.broken().stream()
                    .map(position -> job.plan().faults().get(position - 1))
                    .toList();
            if (faults.isEmpty()) {
                faults = clashes.containsKey(row.number())
                        ? Objects.requireNonNull(clashes.get(row.number()))
                        : List.of(missing.why(connection, job, row));
            }
            refused.add(new Outcome.Refused(row.number(), faults));
        }
        return refused;
    }

    /** Rows that an insert left out although nothing was wrong with them: their unique values are taken. */
    private static Map<Integer, List<Fault>> clashes(Connection connection, Job job, List<Written> rows)
            throws SQLException {
        WritePlan.@Nullable Clashes clashes = job.plan().clashes();
        boolean leftOut = rows.stream()
                .anyMatch(row -> row.version() == null && row.broken().isEmpty());
        if (clashes == null || !leftOut) {
            return Map.of();
        }
        Map<Integer, List<Fault>> found = new HashMap<>();
        Answers.of(connection, clashes.statement(), job.binding()::value, row -> {
            List<Fault> faults = new ArrayList<>();
            for (int i = 0; i < clashes.faults().size(); i++) {
                if (row.getBoolean(i + 2)) {
                    faults.add(clashes.faults().get(i));
                }
            }
            if (!faults.isEmpty()) {
                found.put(row.getInt(1), faults);
            }
            return faults;
        });
        return found;
    }

    private void acrossRows(Connection connection, Job job, List<Written> written) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        if (job.plan().across().isPresent()) {
            List<UUID> ids = written.stream().map(Written::id).toList();
            faults.addAll(rollUps.broken(connection, job.plan().across().get(), ids, ""));
        }
        for (int i = 0; i < job.plan().edges().size(); i++) {
            Edge edge = job.plan().edges().get(i);
            if (edge.question().isPresent()) {
                AcrossRows.Question question = edge.question().get();
                faults.addAll(rollUps.broken(connection, question, parents(written, i), edge.via()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem.Invalid(faults);
        }
    }

    private static Set<UUID> parents(List<Written> written, int edge) {
        Set<UUID> parents = new HashSet<>();
        for (Written row : written) {
            Written.Move move = row.moves().get(edge);
            if (move.from() != null) {
                parents.add(move.from());
            }
            if (move.to() != null) {
                parents.add(move.to());
            }
        }
        return parents;
    }

    private static Outcome outcome(Job job, List<Written> written, List<Outcome.Refused> refused) {
        List<Outcome.Written> all = new ArrayList<>(written.size());
        for (Written row : written) {
            List<Fault> warnings = row.warned().stream()
                    .map(position -> job.plan().faults().get(position - 1))
                    .toList();
            all.add(new Outcome.Written(row.number(), row.id(), Objects.requireNonNull(row.version()), warnings));
        }
        return new Outcome(all, refused);
    }
}
