package io.flywheel.database;

import io.flywheel.kernel.Workspace;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The database, wherever it runs. A connection is lent for one piece of work and given back; each workspace is pinned
 * to a few connections, so that a connection's catalogue memory stays small. A lost connection becomes
 * {@link io.flywheel.kernel.Problem.Busy}; any other {@link java.sql.SQLException} is ours and passes as
 * {@link DatabaseFault}.
 *
 * <p>Pass a lent connection on instead of asking for a second one: with a few connections per workspace two such
 * callers would wait for each other for ever, so asking again on the same thread is refused as a mistake of ours
 * ({@link IllegalStateException}). Platform work inside workspace work is allowed, not the other way round.
 *
 * <p>Statements end after 30 seconds, a transaction left idle after 10; who needs longer (an index over a large table)
 * sets {@code statement_timeout} for its own statement and resets it.
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

    /**
     * Calls {@code heard} with the payload of each notification on {@code channel}, from one thread for all listeners
     * or from the thread that tells, perhaps twice, so be quick; and with an empty payload after a lost connection is back: anything may have been missed.
     */
    void listen(String channel, Consumer<String> heard);

    /**
     * Tells every node at once: this one before it returns, so that whoever told sees no older state afterwards. Inside a transaction run {@code select pg_notify(?, ?)} on its own
     * connection instead: then they hear it when it commits.
     *
     * @param payload fewer than 8000 bytes
     */
    void tell(String channel, String payload);
}
