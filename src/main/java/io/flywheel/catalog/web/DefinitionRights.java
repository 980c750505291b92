package io.flywheel.catalog.web;

import io.flywheel.catalog.Publishers;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

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

    boolean sees(Actor actor, String kind, String name) {
        return publishers.stream().allMatch(one -> one.sees(actor, kind, name));
    }
}
