package io.flywheel.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection while it is lent. */
@FunctionalInterface
public interface Work<T extends @org.jspecify.annotations.Nullable Object> {
    T with(Connection connection) throws SQLException;
}
