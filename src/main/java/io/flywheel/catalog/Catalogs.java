package io.flywheel.catalog;

import io.flywheel.kernel.Workspace;

/** The published catalogue of each workspace, cached on this node and refreshed when any node publishes. */
public interface Catalogs {
    Catalog of(Workspace workspace);
}
