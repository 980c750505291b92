package io.flywheel.performance.value;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RowScope;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Sight;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one actor may see, asked once per object; for one request and one thread. */
final class ActorSight implements Sight {
    private final Access access;
    private final Actor actor;
    private final Map<String, Optional<ObjectRights>> asked = new HashMap<>();

    ActorSight(Access access, Actor actor) {
        this.access = access;
        this.actor = actor;
    }

    @Override
    public boolean sees(String object) {
        return rights(object).isPresent();
    }

    @Override
    public boolean sees(String object, String field) {
        return rights(object).map(rights -> rights.sees(field)).orElse(false);
    }

    @Override
    public RowScope scope(String object) {
        return rights(object).map(rights -> rights.scope(Right.SEE)).orElse(new RowScope.None());
    }

    private Optional<ObjectRights> rights(String object) {
        return asked.computeIfAbsent(object, this::ask);
    }

    private Optional<ObjectRights> ask(String object) {
        try {
            return Optional.of(access.on(actor, object)).filter(rights -> rights.may(Right.SEE));
        } catch (Problem.NotFound hidden) {
            return Optional.empty();
        }
    }
}
