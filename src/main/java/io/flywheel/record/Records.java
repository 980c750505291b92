package io.flywheel.record;

import io.flywheel.kernel.Actor;
import java.util.List;

/** Writes records: computed values, rules, roll-ups, change log and facilities in a constant number of statements. */
public interface Records {
    /**
     * All rows in one transaction, under the actor's rights.
     *
     * @throws io.flywheel.kernel.Problem.Invalid with every fault of every row, paths {@code [number].field}, unless the
     *     batch skips faulty rows
     * @throws io.flywheel.kernel.Problem.Conflict a stale version of a single row
     * @throws io.flywheel.kernel.Problem.NotFound a record that is not there or may not be seen
     * @throws io.flywheel.kernel.Problem.Forbidden a visible record that may not be changed
     */
    default Outcome write(Actor actor, Batch batch) {
        return write(actor, batch, Companion.NONE);
    }

    /**
     * Several batches in one transaction, in their order: a record and its lines.
     *
     * @throws io.flywheel.kernel.Problem as {@link #write(Actor, Batch)}, at the first batch that fails
     */
    List<Outcome> write(Actor actor, List<Batch> batches);

    /** As {@link #write(Actor, Batch)}, with statements of the caller's own in the same transaction. */
    Outcome write(Actor actor, Batch batch, Companion companion);
}
