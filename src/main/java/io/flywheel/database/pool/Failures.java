package io.flywheel.database.pool;

import io.flywheel.database.DatabaseFault;
import io.flywheel.kernel.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What a failed statement means to the caller. */
final class Failures {
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** Shut down, crashed, starting; too many connections; deadlock and serialisation failure: try again. */
    private static final Set<String> BUSY = Set.of("57P01", "57P02", "57P03", "53300", "40P01", "40001");

    /** A value holds what no text of the database can, such as the character zero. */
    private static final Set<String> UNREADABLE = Set.of("22021", "22P05");

    private Failures() {}

    static RuntimeException of(SQLException failure) {
        if (UNREADABLE.contains(String.valueOf(failure.getSQLState()))) {
            return new Problem.Malformed("database.text-unreadable", Map.of());
        }
        return busy(failure) ? new Problem.Busy("database.busy", RETRY, true) : new DatabaseFault(failure);
    }

    private static boolean busy(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return failure instanceof SQLTransientConnectionException || state.startsWith("08") || BUSY.contains(state);
    }
}
