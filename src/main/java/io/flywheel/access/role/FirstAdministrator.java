package io.flywheel.access.role;

import io.flywheel.access.RoleDefinition;
import io.flywheel.catalog.Catalogs;
import io.flywheel.identity.Founder;
import io.flywheel.identity.Founding;
import io.flywheel.kernel.Workspace;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who founds a workspace administers it. Comes before the founder's own record is written, under these very rights. */
@Component
final class FirstAdministrator implements Founding {
    private final Catalogs catalogs;
    private final RoleMembers members;

    FirstAdministrator(Catalogs catalogs, RoleMembers members) {
        this.catalogs = catalogs;
        this.members = members;
    }

    @Override
    public int order() {
        return 250;
    }

    @Override
    public void found(Workspace workspace, Founder founder) {
        Set<String> administering = catalogs.of(workspace).all(RoleKind.NAME, RoleDefinition.class).values().stream()
                .filter(RoleDefinition::administers)
                .map(RoleDefinition::name)
                .collect(Collectors.toSet());
        members.give(workspace, founder.member(), administering);
    }
}
