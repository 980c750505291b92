package io.flywheel.access.role;

import io.flywheel.access.Access;
import io.flywheel.catalog.Publishers;
import io.flywheel.kernel.Actor;
import org.springframework.stereotype.Component;

/** Definitions are the administrators' to change. */
@Component
final class AdministratorsPublish implements Publishers {
    private final Access access;

    AdministratorsPublish(Access access) {
        this.access = access;
    }

    @Override
    public boolean mayPublish(Actor actor) {
        return access.administers(actor);
    }
}
