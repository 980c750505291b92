package io.flywheel.query.plan;

/**
 * Where a page starts.
 *
 * @param nulls one letter per sort key: {@code n} if the last row's key was null, {@code v} if it had a value; empty for
 *     the first page
 */
public record Place(String nulls) {
    public static final Place START = new Place("");

    public boolean first() {
        return nulls.isEmpty();
    }

    boolean isNull(int key) {
        return nulls.charAt(key) == 'n';
    }
}
