package io.flywheel.catalog;

import io.flywheel.kernel.Workspace;

/** The published catalogue of each workspace, cached on this node and refreshed when any node publishes. */
public interface Catalogs {
    Catalog of(Workspace workspace);

    /** Whether this is still the catalogue that this node knows. Asks nobody, so it may be called with a connection. */
    default boolean current(Workspace workspace, Catalog catalog) {
        return true;
    }
}
