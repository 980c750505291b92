package io.flywheel.access.role;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RoleDefinition;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import io.flywheel.people.Organisation;
import io.flywheel.people.Organisations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rights from the roles that a member has. */
@Component
public final class RoleAccess implements Access {
    private record Key(UUID workspace, UUID member) {}

    private final Catalogs catalogs;
    private final Organisations organisations;
    private final RoleMembers members;
    private final Cache<Key, MemberRights> known =
            Caffeine.newBuilder().maximumSize(20_000).build();

    public RoleAccess(Catalogs catalogs, Organisations organisations, RoleMembers members) {
        this.catalogs = catalogs;
        this.organisations = organisations;
        this.members = members;
    }

    private MemberRights rights(Actor actor) {
        Key key = new Key(actor.workspace().id(), actor.member());
        Catalog catalog = catalogs.of(actor.workspace());
        Organisation organisation = organisations.of(actor.workspace());
        MemberRights rights = known.getIfPresent(key);
        if (rights == null || !rights.madeFrom(catalog, organisation)) {
            rights = read(actor, catalog, organisation);
            known.put(key, rights);
        }
        return rights;
    }

    /** The organisation's revision is older than or as old as the roles read here, so a change in between is noticed. */
    private MemberRights read(Actor actor, Catalog catalog, Organisation organisation) {
        List<RoleDefinition> roles = members.rolesOf(actor.workspace(), actor.member()).stream()
                .map(role -> catalog.find(RoleKind.NAME, role, RoleDefinition.class))
                .flatMap(java.util.Optional::stream)
                .toList();
        return new MemberRights(actor.member(), roles, catalog, organisation);
    }

    @Override
    public ObjectRights on(Actor actor, String name) {
        Catalog catalog = catalogs.of(actor.workspace());
        ObjectDefinition object = catalog.objects().get(name);
        MemberRights rights = rights(actor);
        if (object != null && rights.on(object).may(Right.SEE)) {
            return rights.on(object);
        }
        List<String> visible = catalog.objects().values().stream()
                .filter(other -> rights.on(other).may(Right.SEE))
                .map(ObjectDefinition::name)
                .toList();
        throw new Problem.NotFound(
                Nearest.to(name, visible).isPresent() ? "access.no-such-object-near" : "access.no-such-object",
                Map.of("object", name, "nearest", Nearest.to(name, visible).orElse("")));
    }

    @Override
    public boolean sees(Actor actor, String name) {
        ObjectDefinition object = catalogs.of(actor.workspace()).objects().get(name);
        return object != null && rights(actor).on(object).may(Right.SEE);
    }

    @Override
    public boolean administers(Actor actor) {
        return rights(actor).administers();
    }

    @Override
    public long revision(Actor actor) {
        return rights(actor).revision();
    }

    @Override
    public void outdated(Workspace workspace) {
        organisations.forget(workspace);
    }

    @Override
    public String shape(Actor actor, String object) {
        ObjectDefinition found =
                Objects.requireNonNull(catalogs.of(actor.workspace()).objects().get(object));
        return rights(actor).shape(found);
    }
}
