package io.flywheel.catalog.web;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import tools.jackson.databind.JsonNode;

/** What a body must be. */
final class Given {
    private static final int MOST_ZEROS = 1_000;

    private Given() {}

    /** A number such as 1e999999999 is short, but could not be written down again. */
    private static boolean beyondReason(JsonNode node) {
        return node.isBigDecimal()
                ? Math.abs((long) node.decimalValue().scale()) > MOST_ZEROS
                : node.isContainer() && node.valueStream().anyMatch(Given::beyondReason);
    }

    /** @throws Problem.Invalid unless it has named properties */
    static JsonNode document(JsonNode body) {
        if (!body.isObject()) {
            throw new Problem.Invalid(Fault.of("", "catalog.not-a-document"));
        }
        if (beyondReason(body)) {
            throw new Problem.Invalid(Fault.of("", "catalog.number-beyond-reason"));
        }
        return body;
    }
}
