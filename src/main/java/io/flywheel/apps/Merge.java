package io.flywheel.apps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An upgrade that keeps what the customer changed: of two changes to one document, both are taken, and where both
 * changed the same place the customer's stays and the place is reported. Lists are places as wholes.
 */
public final class Merge {
    private final List<Conflict> conflicts = new ArrayList<>();

    private Merge() {}

    /** @param kept the customer's value, null if the customer removed it; {@code brought} the app's, likewise */
    public record Conflict(
            String path, @Nullable JsonNode kept, @Nullable JsonNode brought) {}

    public record Merged(JsonNode document, List<Conflict> conflicts) {}

    /**
     * @param base what the app brought last time, null if it brought nothing
     * @param mine what is published now
     * @param theirs what the app brings now
     */
    public static Merged of(@Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        Merge merge = new Merge();
        JsonNode merged = merge.merge("", base, mine, theirs);
        return new Merged(merged == null ? mine : merged, List.copyOf(merge.conflicts));
    }

    private @Nullable JsonNode merge(
            String path, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (same(mine, theirs) || same(base, theirs)) {
            return mine;
        }
        if (same(base, mine)) {
            return theirs;
        }
        if (mine != null && theirs != null && mine.isObject() && theirs.isObject()) {
            return properties(path, base, mine, theirs);
        }
        boolean goneInBoth =
                theirs == null && mine != null && mine.path("retired").asBoolean(false);
        if (!goneInBoth) {
            conflicts.add(new Conflict(path, mine, theirs));
        }
        return mine;
    }

    private JsonNode properties(String path, @Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        Set<String> names = new LinkedHashSet<>(mine.propertyNames());
        names.addAll(theirs.propertyNames());
        for (String name : names) {
            JsonNode old = base == null ? null : base.get(name);
            String place = path.isEmpty() ? name : path + "." + name;
            JsonNode value = merge(place, old, mine.get(name), theirs.get(name));
            if (value != null) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }
}
