package io.flywheel.access;

import io.flywheel.access.ObjectRights.Right;
import io.flywheel.kernel.Label;
import java.util.Map;
import java.util.Set;

/**
 * What a role allows. A member may have several; what one allows is allowed.
 *
 * @param administers definitions, people, roles and settings
 * @param objects object → grant; {@link #ANY} for all objects not named
 * @param fields {@code object.field} → what is left of it; all others may be read and given
 */
public record RoleDefinition(
        String name, Label label, boolean administers, Map<String, Grant> objects, Map<String, FieldRight> fields) {
    public static final String ANY = "*";

    /** @param scopes for each of {@code rights} how far it reaches */
    public record Grant(Set<Right> rights, Map<Right, Scope> scopes) {
        public Scope scope(Right right) {
            return scopes.getOrDefault(right, Scope.NONE);
        }
    }

    public enum Scope {
        NONE,
        OWN,
        OWN_AND_REPORTS,
        TEAM,
        TEAM_AND_BELOW,
        /** as the record that this one is a line of */
        PARENT,
        ALL
    }

    public enum FieldRight {
        HIDDEN,
        READ
    }

    /** The grant on an object, if the role says anything of it. */
    public java.util.Optional<Grant> on(String object) {
        Grant own = objects.get(object);
        return java.util.Optional.ofNullable(own == null ? objects.get(ANY) : own);
    }
}
