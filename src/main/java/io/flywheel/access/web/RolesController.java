package io.flywheel.access.web;

import io.flywheel.access.Access;
import io.flywheel.access.RoleDefinition;
import io.flywheel.access.role.RoleKind;
import io.flywheel.access.role.RoleMembers;
import io.flywheel.catalog.Catalogs;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.people.Organisations;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who has which roles; for administrators. */
@RestController
class RolesController {
    private final Access access;
    private final Catalogs catalogs;
    private final RoleMembers members;
    private final Organisations organisations;

    RolesController(Access access, Catalogs catalogs, RoleMembers members, Organisations organisations) {
        this.access = access;
        this.catalogs = catalogs;
        this.members = members;
        this.organisations = organisations;
    }

    record Given(@Nullable List<String> roles) {}

    @Operation(summary = "Read the roles of a member")
    @GetMapping("/api/members/{member}/roles")
    Given of(Actor actor, @PathVariable UUID member) {
        administrates(actor);
        known(actor, member);
        return new Given(members.rolesOf(actor.workspace(), member));
    }

    @Operation(summary = "Give a member exactly these roles")
    @PutMapping("/api/members/{member}/roles")
    Given give(Actor actor, @PathVariable UUID member, @RequestBody Given given) {
        administrates(actor);
        known(actor, member);
        Map<String, RoleDefinition> roles = catalogs.of(actor.workspace()).all(RoleKind.NAME, RoleDefinition.class);
        Set<String> names = names(given);
        for (String name : names) {
            if (!roles.containsKey(name)) {
                throw new Problem.Invalid(Fault.of(
                        "roles", "access.no-such-role", "role", name, "roles", String.join(", ", roles.keySet())));
            }
        }
        keepAnAdministrator(actor, member, names, roles);
        members.give(actor.workspace(), member, names);
        return new Given(List.copyOf(names));
    }

    private static Set<String> names(Given given) {
        List<String> roles = given.roles();
        if (roles == null || roles.stream().anyMatch(Objects::isNull)) {
            throw new Problem.Invalid(Fault.of("roles", "access.roles-missing"));
        }
        return new TreeSet<>(roles);
    }

    /** A workspace without an administrator could never be mended from within. */
    private void keepAnAdministrator(Actor actor, UUID member, Set<String> names, Map<String, RoleDefinition> roles) {
        List<String> administering = roles.values().stream()
                .filter(RoleDefinition::administers)
                .map(RoleDefinition::name)
                .toList();
        boolean stays = names.stream().anyMatch(administering::contains)
                || administering.stream()
                        .flatMap(role -> members.membersOf(actor.workspace(), role).stream())
                        .anyMatch(other -> !other.equals(member));
        if (!stays) {
            throw new Problem.Invalid(Fault.of("roles", "access.last-administrator"));
        }
    }

    private void administrates(Actor actor) {
        if (!access.administers(actor)) {
            throw new Problem.Forbidden("access.administrators-only", Map.of());
        }
    }

    private void known(Actor actor, UUID member) {
        if (organisations.of(actor.workspace()).knows(member)) {
            return;
        }
        organisations.forget(actor.workspace()); // who was entered a moment ago may not have been heard of here
        if (!organisations.of(actor.workspace()).knows(member)) {
            throw new Problem.NotFound("access.no-such-member", Map.of());
        }
    }
}
