package io.flywheel.catalog;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One published change of a definition.
 *
 * @param action {@code published} or {@code retired}
 * @param document what was published, or what was taken out of use
 * @param differences a list of {@link Difference} as JSON
 * @param by null for the product itself
 */
public record Revision(
        int version,
        String action,
        JsonNode document,
        JsonNode differences,
        OffsetDateTime at,
        @Nullable UUID by) {}
