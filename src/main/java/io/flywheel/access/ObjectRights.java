package io.flywheel.access;

import java.util.Map;
import java.util.Set;

/**
 * What a member may do with one object.
 *
 * @param rights the actions allowed at all; without {@code SEE} the object does not exist for the member
 * @param hidden fields that do not exist for the member
 * @param fixed fields that the member may read but not give
 * @param scopes right → which records; a right that is missing from {@code rights} has no entry
 */
public record ObjectRights(Set<Right> rights, Set<String> hidden, Set<String> fixed, Map<Right, RowScope> scopes) {
    public enum Right {
        SEE,
        CREATE,
        CHANGE,
        DELETE,
        TRANSFER,
        IMPORT,
        EXPORT
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    public boolean sees(String field) {
        return !hidden.contains(field);
    }

    public RowScope scope(Right right) {
        return scopes.getOrDefault(right, new RowScope.None());
    }
}
