package io.flywheel.record.write;

import io.flywheel.catalog.Catalog;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.Slot;
import io.flywheel.record.plan.AcrossRows;
import io.flywheel.record.plan.Edge;
import io.flywheel.record.plan.Parameters;
import io.flywheel.record.plan.RollUpPlan;
import io.flywheel.record.plan.WritePlans;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries what a batch changed up to its parents, level by level, in a constant number of statements per level. */
@Component
final class RollUps {
    private final WritePlans plans;

    RollUps(WritePlans plans) {
        this.plans = plans;
    }

    /** A child object's moves along its edges; the n-th move of each row belongs to the n-th edge. */
    void carry(
            Connection connection,
            Workspace workspace,
            Catalog catalog,
            String child,
            List<Edge> edges,
            Collection<List<Written.Move>> moves)
            throws SQLException {
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            if (edge.deltas().isEmpty() && edge.recounts().isEmpty()) {
                continue;
            }
            Map<UUID, BigDecimal[]> deltas = deltas(edge, i, moves);
            if (!deltas.isEmpty()) {
                apply(connection, workspace, catalog, child, edge, deltas);
            }
        }
    }

    private void apply(
            Connection connection,
            Workspace workspace,
            Catalog catalog,
            String child,
            Edge edge,
            Map<UUID, BigDecimal[]> deltas)
            throws SQLException {
        RollUpPlan plan = plans.rollUps(workspace, catalog, child, edge);
        UUID[] parents = deltas.keySet().toArray(UUID[]::new);
        if (!edge.recounts().isEmpty()) {
            Answers.of(connection, plan.lock(), slot -> parents, row -> row.getObject(1, UUID.class));
        }
        List<List<Written.Move>> upper = Answers.of(
                connection,
                plan.main(),
                slot -> bound(slot, parents, deltas),
                row -> Answers.moves(row, 2, plan.edges()));
        carry(connection, workspace, catalog, edge.parent(), plan.edges(), upper);
    }

    private static Object bound(Slot slot, UUID[] parents, Map<UUID, BigDecimal[]> deltas) {
        return switch (slot) {
            case Slot.Constant(@Nullable Object value) when value != null -> value;
            case Slot.Parameter parameter when parameter.equals(Parameters.ID) -> parents;
            case Slot.Parameter parameter -> {
                int index = Parameters.givenIndex(parameter);
                yield deltas.values().stream().map(all -> all[index]).toArray(BigDecimal[]::new);
            }
            default -> throw new IllegalStateException("no such slot in a roll-up: " + slot);
        };
    }

    /** Parents in the order of their ids → the sum of the differences of each delta; a parent that gains nothing and has nothing to recount is left alone. */
    private static Map<UUID, BigDecimal[]> deltas(Edge edge, int index, Collection<List<Written.Move>> moves) {
        Map<UUID, BigDecimal[]> deltas = new TreeMap<>();
        for (List<Written.Move> all : moves) {
            Written.Move move = all.get(index);
            add(deltas, move.from(), move.before(), edge, true);
            add(deltas, move.to(), move.after(), edge, false);
        }
        if (edge.recounts().isEmpty()) {
            deltas.values().removeIf(RollUps::still);
        }
        return deltas;
    }

    private static boolean still(BigDecimal[] deltas) {
        for (BigDecimal delta : deltas) {
            if (delta.signum() != 0) {
                return false;
            }
        }
        return true;
    }

    private static void add(
            Map<UUID, BigDecimal[]> deltas, @Nullable UUID parent, List<BigDecimal> values, Edge edge, boolean takes) {
        if (parent == null) {
            return;
        }
        BigDecimal[] sums = deltas.computeIfAbsent(parent, ignored -> zeros(edge));
        for (int i = 0; i < values.size(); i++) {
            sums[i] = takes ? sums[i].subtract(values.get(i)) : sums[i].add(values.get(i));
        }
    }

    private static BigDecimal[] zeros(Edge edge) {
        BigDecimal[] zeros = new BigDecimal[edge.deltas().size()];
        java.util.Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    /** Asks rules that look across rows, of the written records themselves and of their parents. */
    List<Fault> broken(Connection connection, AcrossRows.Question question, Collection<UUID> ids, String path)
            throws SQLException {
        UUID[] asked = ids.stream().distinct().sorted().toArray(UUID[]::new);
        List<Fault> faults = new ArrayList<>();
        if (asked.length == 0) {
            return faults;
        }
        for (List<Integer> positions : Answers.of(
                connection,
                question.statement(),
                slot -> slot instanceof Slot.Constant constant ? constant.value() : asked,
                row -> Answers.positions(row.getArray(2)))) {
            positions.forEach(
                    position -> faults.add(question.faults().get(position - 1).within(path)));
        }
        return faults;
    }
}
