package io.flywheel.identity;

import io.flywheel.kernel.Workspace;

/**
 * Fills a new workspace. A module that has a share in it declares a bean; all are called in order within the sign-up,
 * after the system tables stand. If one throws, the workspace and its schema are removed again.
 */
public interface Founding {
    /** Lower comes first: catalog 100, apps 200, people 300, access 400, sample data 900. */
    int order();

    void found(Workspace workspace, Founder founder);
}
