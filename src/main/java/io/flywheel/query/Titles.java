package io.flywheel.query;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What referenced records are called, as far as the actor may see them: first all are wanted, then read by one statement
 * for each object. At most 500 of an object; those beyond stay without a name. Not for use by two threads.
 */
public final class Titles {
    private static final int MOST = 500;

    private final Queries queries;
    private final Catalog catalog;
    private final Actor actor;
    private final Map<String, Set<String>> wanted = new HashMap<>();
    private final Map<String, Map<String, @Nullable String>> read = new HashMap<>();

    public Titles(Queries queries, Catalog catalog, Actor actor) {
        this.queries = queries;
        this.catalog = catalog;
        this.actor = actor;
    }

    public void want(String object, String id) {
        if (!id.isEmpty()) {
            wanted.computeIfAbsent(object, ignored -> new LinkedHashSet<>()).add(id);
        }
    }

    /** Null for a record that is gone or may not be seen. */
    public @Nullable String of(String object, String id) {
        return read.computeIfAbsent(object, this::read).get(id);
    }

    /** Whether a record is there and may be seen, named or not. */
    public boolean sees(String object, String id) {
        return read.computeIfAbsent(object, this::read).containsKey(id);
    }

    private Map<String, @Nullable String> read(String object) {
        String title = catalog.object(object)
                .flatMap(definition -> definition.role("title"))
                .map(FieldDefinition::name)
                .orElse("id");
        String ids = wanted.getOrDefault(object, Set.of()).stream()
                .limit(MOST)
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(", "));
        Selection all = new Selection(
                object, "id in (" + ids + ")", List.of(), List.of("id", title), MOST, null, Selection.Count.NONE);
        Map<String, @Nullable String> titles = new HashMap<>();
        try {
            for (Map<String, @Nullable Object> row : queries.select(actor, all).records()) {
                Object called = row.get(title);
                titles.put(String.valueOf(row.get("id")), called == null ? null : text(called));
            }
        } catch (Problem.NotFound unseen) {
            // The object does not exist for this reader; its records stay without a name.
        }
        return titles;
    }

    private static String text(Object value) {
        return value instanceof Page.Named named ? String.valueOf(named.title()) : String.valueOf(value);
    }
}
