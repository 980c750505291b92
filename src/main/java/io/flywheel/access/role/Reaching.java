package io.flywheel.access.role;

import io.flywheel.access.RoleDefinition.Scope;
import io.flywheel.access.RowScope;
import io.flywheel.people.Organisation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a scope reaches for one member today, as a set of owners. */
final class Reaching {
    private static final int MANY = 200;

    private Reaching() {}

    /** The widest of several scopes together. */
    static RowScope of(Set<Scope> scopes, UUID member, Organisation organisation) {
        if (scopes.contains(Scope.ALL)) {
            return new RowScope.All();
        }
        Set<UUID> owners = new LinkedHashSet<>();
        scopes.forEach(scope -> owners.addAll(owners(scope, member, organisation)));
        return owners.isEmpty()
                ? new RowScope.None()
                : new RowScope.Owners(Set.copyOf(owners), organisation.unitsOf(owners), others(owners, organisation));
    }

    private static @Nullable Set<UUID> others(Set<UUID> owners, Organisation organisation) {
        if (owners.size() < MANY || owners.size() <= organisation.size() / 2) {
            return null;
        }
        Set<UUID> others = organisation.ownersBut(owners);
        return others.size() < owners.size() ? others : null;
    }

    /** Whoever has no team reaches only his own. */
    private static Set<UUID> owners(Scope scope, UUID member, Organisation organisation) {
        @Nullable UUID team = organisation.teamOf(member);
        Set<UUID> owners = new LinkedHashSet<>();
        switch (scope) {
            case NONE, ALL, PARENT -> {
                return owners;
            }
            case OWN -> {}
            case OWN_AND_REPORTS -> owners.addAll(organisation.memberAndReports(member));
            case TEAM -> {
                if (team != null) {
                    owners.addAll(organisation.membersOf(Set.of(team)));
                }
            }
            case TEAM_AND_BELOW -> {
                if (team != null) {
                    owners.addAll(organisation.membersOf(organisation.teamAndBelow(team)));
                }
            }
        }
        owners.add(member);
        return owners;
    }
}
