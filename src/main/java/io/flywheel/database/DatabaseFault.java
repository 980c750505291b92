package io.flywheel.database;

import java.sql.SQLException;

/** A statement of ours failed: a mistake in the product, never the reader's fault. */
public final class DatabaseFault extends RuntimeException {
    private final String state;

    public DatabaseFault(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** The five-character SQLSTATE, or empty. */
    public String state() {
        return state;
    }
}
