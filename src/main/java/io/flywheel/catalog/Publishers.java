package io.flywheel.catalog;

import io.flywheel.kernel.Actor;

/**
 * Who may change definitions. The module that knows the roles declares a bean; with none, nobody may over the API.
 */
public interface Publishers {
    boolean mayPublish(Actor actor);
}
