package io.flywheel.exchange.job;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.exchange.file.Columns;
import io.flywheel.exchange.mapping.Mapping;
import io.flywheel.exchange.mapping.Target;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Workspace;
import java.nio.file.Path;
import java.util.List;

/** All that one run of an import needs to know and that does not change while it runs. */
record Course(
        Actor actor,
        Import job,
        Catalog catalog,
        ObjectDefinition object,
        Columns columns,
        Mapping mapping,
        Path file) {

    Workspace workspace() {
        return actor.workspace();
    }

    Course in(Import state) {
        return new Course(actor, state, catalog, object, columns, mapping, file);
    }

    List<Target> targets() {
        return mapping.targets();
    }

    /** Whether a field refers to the very object that is imported: it waits until all its rows are there. */
    boolean refersToItself(Target target) {
        return target.field().type() instanceof FieldType.Referring referring
                && referring.object().equals(object.name())
                && !target.field().required();
    }

    boolean links() {
        return targets().stream().anyMatch(this::refersToItself);
    }

    /** Whether a target is only there to find the record, by its id. */
    static boolean isId(Target target) {
        return target.field().name().equals("id");
    }

    int position(String field) {
        for (int i = 0; i < targets().size(); i++) {
            if (targets().get(i).field().name().equals(field)) {
                return i;
            }
        }
        return -1;
    }
}
