package io.flywheel.catalog.web;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Definition;
import io.flywheel.catalog.Publishers;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the modules above; closed if none answers. */
@Component
class DefinitionRights {
    private final ObjectProvider<Publishers> publishers;

    DefinitionRights(ObjectProvider<Publishers> publishers) {
        this.publishers = publishers;
    }

    /** @throws Problem.Forbidden unless one of them allows it */
    void publish(Actor actor) {
        if (publishers.stream().noneMatch(one -> one.mayPublish(actor))) {
            throw new Problem.Forbidden("catalog.may-not-publish", Map.of());
        }
    }

    /** The document without the fields that do not exist for the actor. */
    JsonNode shown(Actor actor, Definition definition) {
        JsonNode document = Objects.requireNonNull(definition.document());
        if (!definition.kind().equals(Catalog.OBJECT) || !(document.get("fields") instanceof ObjectNode fields)) {
            return document;
        }
        List<String> hidden = fields.propertyNames().stream()
                .filter(field -> !seesField(actor, definition.name(), field))
                .toList();
        if (hidden.isEmpty()) {
            return document;
        }
        JsonNode shown = document.deepCopy();
        ((ObjectNode) shown.path("fields")).remove(hidden);
        return shown;
    }

    boolean seesField(Actor actor, String object, String field) {
        return publishers.stream().allMatch(one -> one.seesField(actor, object, field));
    }

    boolean sees(Actor actor, String kind, String name) {
        return publishers.stream().allMatch(one -> one.sees(actor, kind, name));
    }
}
