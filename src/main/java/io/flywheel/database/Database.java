package io.flywheel.database;

import io.flywheel.kernel.Workspace;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The database, wherever it runs. A connection is lent for one piece of work and given back; each workspace is pinned
 * to a few connections, so that a connection's catalogue memory stays small. A lost connection becomes
 * {@link io.flywheel.kernel.Problem.Busy}; any other {@link java.sql.SQLException} is ours and passes as
 * {@link DatabaseFault}.
 */
public interface Database {
    /** One or more statements, each in a transaction of its own, on the platform's tables (schema {@code flywheel}). */
    <T extends @Nullable Object> T platform(Work<T> work);

    /** As {@link #platform}, in one transaction: all or nothing. */
    <T extends @Nullable Object> T platformTransaction(Work<T> work);

    /** One or more statements, each in a transaction of its own, on a workspace's tables. Names are schema-qualified. */
    <T extends @Nullable Object> T in(Workspace workspace, Work<T> work);

    /** As {@link #in}, in one transaction (read committed): all or nothing. */
    <T extends @Nullable Object> T transaction(Workspace workspace, Work<T> work);

    /** Brings the system tables of a new or older workspace up to date ({@code db/workspace}). */
    void migrate(Workspace workspace);

    /** Calls {@code heard} with the payload of each notification on {@code channel}, from a thread of its own. */
    void listen(String channel, Consumer<String> heard);

    /** Tells every node, this one too, after the current statement. */
    void tell(String channel, String payload);
}
