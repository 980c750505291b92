package io.flywheel.access;

import io.flywheel.kernel.Workspace;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who has which role. */
public interface Roles {
    /** The names of a member's roles, in their order. */
    List<String> rolesOf(Workspace workspace, UUID member);

    /** Gives each of these members exactly these roles; a role that the workspace does not define allows nothing. */
    void give(Workspace workspace, List<UUID> members, Set<String> roles);
}
