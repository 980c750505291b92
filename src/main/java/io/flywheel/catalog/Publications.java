package io.flywheel.catalog;

import io.flywheel.kernel.Workspace;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way by which definitions change: checked together, planned, and published together or not at all. */
public interface Publications {
    /**
     * What publishing these would do; nothing is written.
     *
     * @throws io.flywheel.kernel.Problem.Invalid with every fault, paths inside {@link Edit#path()}
     * @throws io.flywheel.kernel.Problem.Conflict if a definition is not at the version that the writer saw
     */
    Publication plan(Workspace workspace, List<Edit> edits);

    /**
     * As {@link #plan}, and does it. Tables and definitions change in one transaction; indexes over large tables and
     * the values of older records follow in the background.
     *
     * @param by the member who does it, null for the product itself
     * @throws io.flywheel.kernel.Problem.Busy if a table was in use for too long
     */
    Publication publish(Workspace workspace, @Nullable UUID by, List<Edit> edits);
}
