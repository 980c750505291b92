package io.flywheel.catalog;

import io.flywheel.catalog.Kinds.Document;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A definition as it is kept.
 *
 * @param version revisions so far; 0 while there is only a draft
 * @param document the last published one, also when retired; null while there is only a draft
 * @param originApp the packaged app that brought it, with the version and the document it brought last; null for a
 *     customer's own
 */
public record Definition(
        String kind,
        String name,
        State state,
        int version,
        @Nullable JsonNode document,
        @Nullable OffsetDateTime publishedAt,
        @Nullable UUID publishedBy,
        @Nullable String originApp,
        @Nullable String originVersion,
        @Nullable JsonNode originDocument) {

    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    public boolean published() {
        return state == State.PUBLISHED;
    }

    /** Only for one that was published at some time. */
    public Document asDocument() {
        if (document == null) {
            throw new IllegalStateException("never published: " + kind + "/" + name);
        }
        return new Document(kind, name, document);
    }

    public String path() {
        return kind + "/" + name;
    }
}
