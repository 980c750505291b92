package io.flywheel.catalog.running;

import io.flywheel.database.Database;
import io.flywheel.kernel.Workspace;

/** What is left to do after a publication. */
public final class Finishing {
    public Finishing(Database database) {}

    public void begin(Workspace workspace) {}
}
