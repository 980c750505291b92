package io.flywheel.record;

import io.flywheel.database.Sql;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.write.WriteListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/**
 * What happens to a record beside its fields, such as a file that is added. It stands in the change log under the
 * record's present version: who has the record open for editing is not in conflict with it.
 */
@Component
public final class Happenings {
    /** Before the kind, where a change has its field: no field's name begins so. */
    public static final String MARK = "@";

    private final List<WriteListener> listeners;

    Happenings(List<WriteListener> listeners) {
        this.listeners = listeners;
    }

    /**
     * @param kind a word of the module that tells it
     * @param before what was, null if nothing
     * @param after what is now, null if nothing
     */
    public record Happening(
            String kind,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /**
     * Writes it down in the caller's transaction.
     *
     * @return false if the record is not there, or in the recycle bin
     */
    public boolean tell(Connection connection, Actor actor, String object, java.util.UUID record, Happening happening)
            throws SQLException {
        String schema = '"' + actor.workspace().schema() + "\".";
        String diff = JsonNodeFactory.instance
                .objectNode()
                .set(MARK + happening.kind(), pair(happening))
                .toString();
        return Sql.of(
                                "insert into " + schema
                                        + "sys_change_log (seq, actor, object, record, version, operation, diff)"
                                        + " select 0, ?, ?, t.id, t.version, 'u', ?::jsonb from " + schema + '"'
                                        + object + "\" t where t.id = ? and t.deleted_at is null",
                                actor.member(),
                                object,
                                diff,
                                record)
                        .run(connection)
                == 1;
    }

    private static JsonNode pair(Happening happening) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(happening.before() == null ? NullNode.getInstance() : happening.before())
                .add(happening.after() == null ? NullNode.getInstance() : happening.after());
    }

    /** After the commit: those who follow the log may look. */
    public void committed(Workspace workspace) {
        listeners.forEach(listener -> listener.written(workspace));
    }
}
