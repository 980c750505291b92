package io.flywheel.record;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that go into the same transaction as a batch, after it: an import's mark of how far it came. */
@FunctionalInterface
public interface Companion {
    Companion NONE = (connection, outcome) -> {};

    void with(Connection connection, Outcome outcome) throws SQLException;
}
