package io.flywheel.record.write;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RowScope;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Which records the references of an object may name. Looked up whole before the write has a connection, since rights
 * that are not cached are read over one of their own.
 */
record ReferenceSight(Map<String, RowScope> scopes) implements Function<String, RowScope> {

    static ReferenceSight of(Access access, Actor actor, ObjectDefinition object) {
        Map<String, RowScope> scopes = new HashMap<>();
        for (FieldDefinition field : object.fields().values()) {
            if (field.type() instanceof FieldType.Referring target) {
                scopes.computeIfAbsent(target.object(), name -> scope(access, actor, name));
            }
        }
        return new ReferenceSight(scopes);
    }

    private static RowScope scope(Access access, Actor actor, String object) {
        try {
            return access.on(actor, object).scope(Right.SEE);
        } catch (Problem.NotFound unseen) {
            return new RowScope.None();
        }
    }

    @Override
    public RowScope apply(String object) {
        return scopes.getOrDefault(object, new RowScope.None());
    }
}
