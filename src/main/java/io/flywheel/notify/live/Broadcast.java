package io.flywheel.notify.live;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.JobNews;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells every node the news of a workspace, through the database. */
@Component
public class Broadcast {
    static final String CHANNEL = "flywheel_live";

    private final Database database;

    Broadcast(Database database) {
        this.database = database;
    }

    /** Heard when the surrounding transaction commits. */
    public void changed(Connection connection, Workspace workspace, Set<String> objects) throws SQLException {
        tell(connection, workspace, News.ofObjects(objects));
    }

    /** As {@link #changed}: members have more or less in their inbox than before. */
    public void inbox(Connection connection, Workspace workspace, Set<UUID> members) throws SQLException {
        tell(connection, workspace, News.ofInbox(members));
    }

    /** As {@link #changed}: somebody said something on a record of this object. */
    public void talked(Connection connection, Workspace workspace, String object) throws SQLException {
        tell(connection, workspace, News.ofTalk(object));
    }

    /** At once; not to be called while holding a connection to the platform's tables. */
    public void job(Workspace workspace, UUID member, JobNews.Job job) {
        News.ofJob(member, job).payloads(workspace.id()).forEach(payload -> database.tell(CHANNEL, payload));
    }

    /** At once: a member read something. */
    public void inbox(Workspace workspace, UUID member) {
        News.ofInbox(Set.of(member)).payloads(workspace.id()).forEach(payload -> database.tell(CHANNEL, payload));
    }

    private static void tell(Connection connection, Workspace workspace, News news) throws SQLException {
        for (String payload : news.payloads(workspace.id())) {
            Sql.of("select pg_notify(?, ?)", CHANNEL, payload).list(connection, row -> true);
        }
    }
}
