package io.flywheel.record;

import io.flywheel.kernel.Workspace;
import java.util.UUID;

/** Tells who waits for a long piece of work how far it is, on whichever node he looks. */
public interface JobNews {
    /**
     * Sent at once; of what is told within half a second the last is shown. Not to be called while holding a
     * connection to the platform's tables.
     */
    void tell(Workspace workspace, UUID member, Job job);

    /**
     * @param kind such as {@code import}
     * @param total 0 while it is not known
     * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code undone}
     */
    record Job(UUID id, String kind, long done, long total, String state) {}
}
