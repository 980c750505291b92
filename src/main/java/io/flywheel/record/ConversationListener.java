package io.flywheel.record;

import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Hears what is said on records, inside the transaction that keeps it; a bean. */
public interface ConversationListener {
    void said(Connection connection, Said said) throws SQLException;

    /** The words of a comment are gone. */
    void withdrawn(Connection connection, Workspace workspace, String object, UUID comment) throws SQLException;

    /**
     * @param mentioned who is newly mentioned, all of whom may see the record
     * @param following who follows the record and may see it; neither the author nor who is mentioned. Empty when a
     *     comment was only edited
     */
    record Said(
            Workspace workspace,
            UUID author,
            String object,
            UUID record,
            UUID comment,
            Set<UUID> mentioned,
            Set<UUID> following) {}
}
