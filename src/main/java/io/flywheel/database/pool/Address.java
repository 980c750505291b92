package io.flywheel.database.pool;

/**
 * Where a database is and who we are there.
 *
 * @param url {@code jdbc:postgresql://…}, several hosts allowed
 */
public record Address(String url, String user, String password) {
    /** Without the password, so that it never reaches a log. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
