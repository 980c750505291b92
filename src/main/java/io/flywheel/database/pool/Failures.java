package io.flywheel.database.pool;

import io.flywheel.database.DatabaseFault;
import io.flywheel.kernel.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;

/** What a failed statement means to the caller. */
final class Failures {
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** Shut down, crashed, starting; too many connections; deadlock and serialisation failure: try again. */
    private static final Set<String> BUSY = Set.of("57P01", "57P02", "57P03", "53300", "40P01", "40001");

    private Failures() {}

    static RuntimeException of(SQLException failure) {
        return busy(failure) ? new Problem.Busy("database.busy", RETRY, true) : new DatabaseFault(failure);
    }

    private static boolean busy(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return failure instanceof SQLTransientConnectionException || state.startsWith("08") || BUSY.contains(state);
    }
}
