package io.flywheel.record.web;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Faults within an answer, in the reader's language. */
final class FaultNodes {
    private FaultNodes() {}

    static ArrayNode of(List<Fault> faults, Language language) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        faults.forEach(fault -> nodes.addObject()
                .put("path", fault.path())
                .put("code", fault.code())
                .put("message", fault.message(language)));
        return nodes;
    }
}
