package io.flywheel.query;

import io.flywheel.kernel.Actor;

/** Reads records: each call is one statement, within what the actor may see. */
public interface Queries {
    Page select(Actor actor, Selection selection);

    Table group(Actor actor, Grouping grouping);
}
