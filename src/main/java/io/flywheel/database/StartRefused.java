package io.flywheel.database;

/** The product cannot start here; the message says in one line why and what to do. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String message) {
        super(message);
    }
}
