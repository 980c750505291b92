package io.flywheel.catalog;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A definition as somebody wants it to be.
 *
 * @param document what it shall say; null takes it out of use
 * @param expected the version the writer saw, 0 = that there is none; null = whatever it is
 * @param origin the packaged app it comes from, null for a customer's own work
 */
public record Edit(
        String kind,
        String name,
        @Nullable JsonNode document,
        @Nullable Integer expected,
        @Nullable Origin origin) {

    /** @param document as the app brought it, before any change of the customer's */
    public record Origin(String app, String version, JsonNode document) {}

    public static Edit publish(String kind, String name, JsonNode document) {
        return new Edit(kind, name, document, null, null);
    }

    public static Edit retire(String kind, String name) {
        return new Edit(kind, name, null, null, null);
    }

    public Edit expecting(@Nullable Integer version) {
        return new Edit(kind, name, document, version, origin);
    }

    /** Where its faults are found when several are published together: {@code object/account}. */
    public String path() {
        return kind + "/" + name;
    }
}
