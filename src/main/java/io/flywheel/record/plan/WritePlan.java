package io.flywheel.record.plan;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.kernel.Fault;
import io.flywheel.query.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One shape of write, compiled once: its main statement and what goes with it.
 *
 * <p>The main statement answers a row per given row: {@code number_, id_, was_} (the version before, null = not found or
 * out of reach), {@code version_} (after, null = not written), {@code stale_}, {@code bad_}, {@code warn_} (positions in
 * {@code faults}, from 1), then per edge the parent before and after, and per sum or count what the row added before
 * and adds now.
 *
 * @param fields the given fields in their order
 * @param faults what the positions in {@code bad_} and {@code warn_} mean
 * @param edges the parents whose roll-ups may move
 * @param clashes finds out which unique values of rows that were not written are taken; null if none is unique
 * @param across rules over several rows, asked afterwards
 */
public record WritePlan(
        String object,
        List<FieldDefinition> fields,
        Statement main,
        List<Fault> faults,
        List<Edge> edges,
        @Nullable Clashes clashes,
        Optional<AcrossRows.Question> across) {

    /** @param faults what each yes in the statement's columns after {@code number_} means */
    public record Clashes(Statement statement, List<Fault> faults) {}

    /** Whether the main statement is all there is, so that it needs no transaction around it. */
    public boolean alone() {
        return edges.isEmpty() && across.isEmpty();
    }
}
