package io.flywheel.demo.writing;

import io.flywheel.database.Sql;
import io.flywheel.demo.company.Fact;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What a facility noted as happening now gives way to what happened when. */
record History(String object, Step.History names) {
    /** The records whose past is told. */
    List<UUID> owners(Step step, List<Fact> facts, Map<Fact, UUID> ids) {
        Step.Source via = Objects.requireNonNull(step.fields().get(names.via()));
        return facts.stream()
                .map(fact -> via instanceof Step.Source.Named named ? fact.value(named.name()) : null)
                .filter(Fact.class::isInstance)
                .map(owner -> Objects.requireNonNull(ids.get((Fact) owner)))
                .distinct()
                .toList();
    }

    int clear(Connection connection, Workspace workspace, List<UUID> owners) throws SQLException {
        return Sql.of("delete from " + table(workspace, object) + " where " + name(names.via()) + " = any(?)", (Object)
                        owners.toArray(UUID[]::new))
                .run(connection);
    }

    int since(Connection connection, Workspace workspace, List<UUID> owners) throws SQLException {
        return Sql.of(
                        "update " + table(workspace, names.of()) + " o set " + name(names.since())
                                + " = e.latest from (select " + name(names.via()) + " as owner, max("
                                + name(names.at()) + ") as latest from " + table(workspace, object) + " where "
                                + name(names.via()) + " = any(?) group by 1) e where e.owner = o.id",
                        (Object) owners.toArray(UUID[]::new))
                .run(connection);
    }

    private static String table(Workspace workspace, String object) {
        return name(workspace.schema()) + "." + name(object);
    }

    private static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
