package io.flywheel.catalog;

import io.flywheel.kernel.Workspace;

/** Fills every ledger of a workspace anew from its records, in the background, after rows came by another way. */
public interface Refilling {
    /** Until a ledger is filled, sums are counted from the records. */
    void refill(Workspace workspace);
}
