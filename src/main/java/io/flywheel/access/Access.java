package io.flywheel.access;

import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Workspace;

/** What an actor may see and do, from the published roles; cached, and refreshed on every node when it changes. */
public interface Access {
    /**
     * The actor's rights on an object.
     *
     * @throws io.flywheel.kernel.Problem.NotFound if there is no such object, or the actor may not see it, with the
     *     nearest visible name as a hint
     */
    ObjectRights on(Actor actor, String object);

    /** Whether the object exists for the actor; cheaper than {@link #on} where a no is no mistake. */
    default boolean sees(Actor actor, String object) {
        try {
            return on(actor, object).may(ObjectRights.Right.SEE);
        } catch (io.flywheel.kernel.Problem.NotFound unseen) {
            return false;
        }
    }

    /** Whether the actor may change definitions, people and settings. */
    boolean administers(Actor actor);

    /**
     * A number that grows whenever roles, people or their teams change. A statement compares it with the stored
     * {@code sys_access.revision} in the same snapshot, so that a node with an older answer fails closed.
     */
    long revision(Actor actor);

    /** A statement met a stored revision other than {@link #revision}: what is cached is old, and is to be read anew. */
    default void outdated(Workspace workspace) {}

    /** A short text that is equal exactly for actors whose statements on this object have the same shape. */
    String shape(Actor actor, String object);
}
