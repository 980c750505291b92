package io.flywheel.notify.live;

import io.flywheel.kernel.Workspace;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How much each of some members has not read yet; of who is missing nothing is unread. */
public interface Unread {
    Map<UUID, Integer> of(Workspace workspace, Collection<UUID> members);
}
