package io.flywheel.query.view;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A view that a member keeps.
 *
 * @param version from 1, raised with each change
 * @param document as of the kind {@code view}
 */
public record KeptView(UUID id, int version, JsonNode document) {}
