package io.flywheel.record;

import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Follows the change log: every change once and in order, seldom later than a second after it was committed. What it
 * does inside the database commits together with its position; a module contributes one by declaring a bean.
 */
public interface LogConsumer {
    /** Its name in the positions, never to be changed. */
    String name();

    /** Whether it reads the values of changes; without them the log is read in half the time. */
    default boolean readsValues() {
        return true;
    }

    /** At most 5,000 changes at a time, inside a transaction of the workspace. */
    void consume(Connection connection, Workspace workspace, List<LogEntry> entries) throws SQLException;
}
