package io.flywheel.catalog.running;

import io.flywheel.catalog.Difference;
import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Revision;
import io.flywheel.catalog.storing.DefinitionRows;
import io.flywheel.database.DatabaseFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What happened to a definition since somebody looked at it. */
final class Changes {
    private Changes() {}

    /** Differences between the version that the writer saw and the newest; all of it if that version is unknown. */
    static List<Difference> since(String schema, Connection connection, Edit edit) {
        try {
            List<Revision> revisions = new DefinitionRows(schema, connection).revisions(edit.kind(), edit.name());
            var seen = revisions.stream()
                    .filter(revision -> Integer.valueOf(revision.version()).equals(edit.expected()))
                    .findFirst()
                    .map(Revision::document)
                    .orElse(null);
            var newest = revisions.isEmpty() ? null : revisions.getFirst().document();
            return Difference.between(seen, newest);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
