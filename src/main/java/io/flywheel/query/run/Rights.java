package io.flywheel.query.run;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.RowScope;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Sight;
import io.flywheel.query.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one actor may see, at one access revision: for one statement. */
public final class Rights implements Sight {
    private final Access access;
    private final Actor actor;
    private final long revision;
    private final @Nullable Use use;
    private final Map<String, ObjectRights> known = new HashMap<>();

    /** What the records of an object are read for, beyond seeing them: only those count on which the right holds too. */
    record Use(String object, ObjectRights.Right right) {}

    /** The revision is read before any right: if rights grow newer meanwhile, the statement finds nothing and is retried. */
    Rights(Access access, Actor actor, @Nullable Use use) {
        this.access = access;
        this.actor = actor;
        this.use = use;
        this.revision = access.revision(actor);
    }

    long revision() {
        return revision;
    }

    /** @throws Problem.NotFound if the actor sees no such object */
    ObjectRights on(String object) {
        return known.computeIfAbsent(object, name -> access.on(actor, name));
    }

    String shape(String object) {
        String shape = sees(object) ? access.shape(actor, object) : "-";
        return use != null && use.object.equals(object)
                ? shape + use.right + scope(object).getClass().getSimpleName()
                : shape;
    }

    boolean hasShapes(Map<String, String> shapes) {
        for (Map.Entry<String, String> shape : shapes.entrySet()) {
            if (!shape(shape.getKey()).equals(shape.getValue())) {
                return false;
            }
        }
        return true;
    }

    Map<String, String> shapes(Set<String> objects) {
        Map<String, String> shapes = new HashMap<>();
        objects.forEach(object -> shapes.put(object, shape(object)));
        return Map.copyOf(shapes);
    }

    @Override
    public boolean sees(String object) {
        try {
            return on(object).may(ObjectRights.Right.SEE);
        } catch (Problem.NotFound hidden) {
            return false;
        }
    }

    @Override
    public boolean sees(String object, String field) {
        return sees(object) && on(object).sees(field);
    }

    @Override
    public RowScope scope(String object) {
        if (!sees(object)) {
            return new RowScope.None();
        }
        RowScope seen = on(object).scope(ObjectRights.Right.SEE);
        return use != null && use.object.equals(object) ? seen.and(on(object).scope(use.right)) : seen;
    }

    /** What stands behind a slot for this actor. */
    @Nullable
    Object value(Slot slot, List<@Nullable Object> parameters) {
        return switch (slot) {
            case Slot.Constant(Object constant) -> constant;
            case Slot.Me me -> actor.member();
            case Slot.Revision stored -> revision;
            case Slot.Parameter(int number) -> parameters.get(number);
            case Slot.Owners(String object) -> ScopeArrays.members(scope(object));
            case Slot.Units(String object) -> ScopeArrays.units(scope(object));
        };
    }
}
