package io.flywheel.catalog.web;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import tools.jackson.databind.JsonNode;

/** What a body must be. */
final class Given {
    private Given() {}

    /** @throws Problem.Invalid unless it has named properties */
    static JsonNode document(JsonNode body) {
        if (!body.isObject()) {
            throw new Problem.Invalid(Fault.of("", "catalog.not-a-document"));
        }
        return body;
    }
}
