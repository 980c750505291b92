package io.flywheel.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * All that is published in one workspace at one moment: immutable, cached, shared.
 *
 * @param version grows with every publication; a key for everything compiled from it
 * @param definitions kind → name → what the kind read from the document
 */
public record Catalog(long version, Map<String, Map<String, Object>> definitions) {
    public static final String OBJECT = "object";

    public Optional<ObjectDefinition> object(String name) {
        return find(OBJECT, name, ObjectDefinition.class);
    }

    public Map<String, ObjectDefinition> objects() {
        return all(OBJECT, ObjectDefinition.class);
    }

    /** One definition of any kind, as that kind's own type. */
    public <T> Optional<T> find(String kind, String name, Class<T> type) {
        return Optional.ofNullable(definitions.getOrDefault(kind, Map.of()).get(name))
                .map(type::cast);
    }

    /** All of a kind, by name. */
    @SuppressWarnings("unchecked") // a kind's map holds only what the kind's reader made
    public <T> Map<String, T> all(String kind, Class<T> type) {
        return (Map<String, T>) (Map<String, ?>) definitions.getOrDefault(kind, Map.of());
    }
}
