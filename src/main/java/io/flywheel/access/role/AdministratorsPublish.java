package io.flywheel.access.role;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Publishers;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import org.springframework.stereotype.Component;

/** Definitions are the administrators' to change; others know of the objects and fields that they see. */
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

    @Override
    public boolean sees(Actor actor, String kind, String name) {
        return access.administers(actor)
                || switch (kind) {
                    case Catalog.OBJECT -> seesObject(actor, name);
                    case RoleKind.NAME -> false;
                    default -> true;
                };
    }

    private boolean seesObject(Actor actor, String name) {
        try {
            return access.on(actor, name).may(ObjectRights.Right.SEE);
        } catch (Problem.NotFound hidden) {
            return false;
        }
    }

    @Override
    public boolean seesField(Actor actor, String object, String field) {
        return access.administers(actor)
                || seesObject(actor, object) && access.on(actor, object).sees(field);
    }
}
