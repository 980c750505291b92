package io.flywheel.http;

import io.flywheel.kernel.Actor;
import tools.jackson.databind.node.ObjectNode;

/** What a module adds to {@code GET /api/openapi.json} for one actor's workspace, such as its objects; a bean. */
public interface OpenApiContribution {
    /**
     * @param document a whole OpenAPI 3.1 document, to be changed in place; {@code paths} and
     *     {@code components.schemas} are there. Only what the actor may see belongs in it.
     */
    void contribute(Actor actor, ObjectNode document);
}
