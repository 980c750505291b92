package io.flywheel.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One place at which two documents differ; lists differ as wholes.
 *
 * @param path such as {@code fields.amount.digits}; {@code fields} with the order of keys when only that differs
 * @param before null = it was not there
 * @param after null = it is no longer there
 */
public record Difference(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** All places; empty if both say the same in the same order. Null stands for no document. */
    public static List<Difference> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        List<Difference> found = new ArrayList<>();
        collect("", before, after, found);
        return List.copyOf(found);
    }

    private static void collect(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> found) {
        if (before == null || after == null || !before.isObject() || !after.isObject()) {
            if (before != after && (before == null || !before.equals(after))) {
                found.add(new Difference(path, before, after));
            }
            return;
        }
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        int known = found.size();
        for (String name : names) {
            collect(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name), found);
        }
        if (found.size() == known && !List.copyOf(before.propertyNames()).equals(List.copyOf(after.propertyNames()))) {
            found.add(new Difference(path, before, after));
        }
    }
}
