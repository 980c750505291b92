package io.flywheel.query;

import io.flywheel.access.ObjectRights;
import io.flywheel.kernel.Actor;

/** Reads records: each call is one statement, within what the actor may see. */
public interface Queries {
    Page select(Actor actor, Selection selection);

    /** The same, of those records only on which the actor has a further right, such as to export; without a count. */
    Page select(Actor actor, Selection selection, ObjectRights.Right right);

    Table group(Actor actor, Grouping grouping);
}
