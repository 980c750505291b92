package io.flywheel.catalog;

import io.flywheel.kernel.Actor;

/**
 * Who may see and change definitions. The module that knows the roles declares a bean; with none, nobody may change
 * any over the API.
 */
public interface Publishers {
    boolean mayPublish(Actor actor);

    /** Whether a published definition exists for the actor: an object without the right to see it does not. */
    default boolean sees(Actor actor, String kind, String name) {
        return true;
    }

    /** Whether a field of an object that the actor sees exists for the actor. */
    default boolean seesField(Actor actor, String object, String field) {
        return true;
    }
}
