package io.flywheel.access.role;

import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RoleDefinition;
import io.flywheel.access.RoleDefinition.FieldRight;
import io.flywheel.access.RoleDefinition.Scope;
import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.people.Organisation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All rights of one member, worked out object by object when first asked; as good as the revisions it was made from. */
final class MemberRights {
    private final UUID member;
    private final List<RoleDefinition> roles;
    private final Catalog catalog;
    private final Organisation organisation;
    private final Map<String, ObjectRights> known = new ConcurrentHashMap<>();
    private final Map<String, String> shapes = new ConcurrentHashMap<>();

    MemberRights(UUID member, List<RoleDefinition> roles, Catalog catalog, Organisation organisation) {
        this.member = member;
        this.roles = roles;
        this.catalog = catalog;
        this.organisation = organisation;
    }

    /** Whether it was made from this catalogue and organisation. */
    boolean madeFrom(Catalog other, Organisation otherOrganisation) {
        return catalog.version() == other.version() && organisation.revision() == otherOrganisation.revision();
    }

    long revision() {
        return organisation.revision();
    }

    boolean administers() {
        return roles.stream().anyMatch(RoleDefinition::administers);
    }

    /** See {@link io.flywheel.access.Access#shape}. */
    String shape(ObjectDefinition object) {
        String shape = shapes.get(object.name());
        if (shape == null) {
            shape = workShape(on(object));
            shapes.put(object.name(), shape);
        }
        return shape;
    }

    private static String workShape(ObjectRights rights) {
        return rights.scopes().entrySet().stream()
                        .map(entry -> entry.getKey() + "" + kind(entry.getValue()))
                        .collect(Collectors.joining())
                + rights.hidden();
    }

    private static char kind(RowScope scope) {
        return switch (scope) {
            case RowScope.All _ -> 'a';
            case RowScope.None _ -> 'n';
            case RowScope.Owners owners -> owners.others() == null ? 'o' : 'm';
            case RowScope.Through _ -> 't';
        };
    }

    ObjectRights on(ObjectDefinition object) {
        ObjectRights rights = known.get(object.name());
        if (rights == null) {
            rights = work(object);
            known.putIfAbsent(object.name(), rights);
        }
        return Objects.requireNonNull(known.get(object.name()));
    }

    private ObjectRights work(ObjectDefinition object) {
        List<RoleDefinition.Grant> grants = new ArrayList<>();
        List<RoleDefinition> seeing = new ArrayList<>();
        for (RoleDefinition role : roles) {
            role.on(object.name()).ifPresent(grant -> {
                grants.add(grant);
                if (grant.rights().contains(Right.SEE)) {
                    seeing.add(role);
                }
            });
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        grants.forEach(grant -> rights.addAll(grant.rights()));
        Map<Right, RowScope> scopes = new EnumMap<>(Right.class);
        for (Right right : rights) {
            scopes.put(right, scope(right, object, grants));
        }
        return new ObjectRights(
                rights, fields(object, seeing, FieldRight.HIDDEN), fields(object, seeing, FieldRight.READ), scopes);
    }

    private RowScope scope(Right right, ObjectDefinition object, List<RoleDefinition.Grant> grants) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        grants.stream()
                .filter(grant -> grant.rights().contains(right))
                .forEach(grant -> scopes.add(grant.scope(right)));
        if (scopes.contains(Scope.PARENT) && !scopes.contains(Scope.ALL)) {
            return throughParent(right, object);
        }
        return Reaching.of(scopes, member, organisation);
    }

    /** To change a line is to change its record. */
    private RowScope throughParent(Right right, ObjectDefinition line) {
        Right asked = right == Right.CREATE || right == Right.DELETE ? Right.CHANGE : right;
        for (ObjectDefinition parent : catalog.objects().values()) {
            for (FieldDefinition field : parent.fields().values()) {
                if (field.type() instanceof FieldType.Lines lines
                        && lines.object().equals(line.name())
                        && !parent.name().equals(line.name())) {
                    RowScope scope = on(parent).scope(asked);
                    return scope instanceof RowScope.All || scope instanceof RowScope.None
                            ? scope
                            : new RowScope.Through(lines.via(), parent.name(), scope);
                }
            }
        }
        return new RowScope.None();
    }

    /** Fields that every role narrows at least this far: what one role allows is allowed. */
    private static Set<String> fields(ObjectDefinition object, List<RoleDefinition> roles, FieldRight right) {
        Set<String> narrowed = new LinkedHashSet<>();
        for (String field : object.fields().keySet()) {
            boolean byAll = !roles.isEmpty()
                    && roles.stream()
                            .map(role -> role.fields().get(object.name() + "." + field))
                            .allMatch(left -> left != null && left.compareTo(right) <= 0);
            if (byAll) {
                narrowed.add(field);
            }
        }
        return narrowed;
    }
}
