package io.flywheel.query.plan;

import io.flywheel.query.Statement;
import java.util.List;
import java.util.Set;

/**
 * A list, compiled.
 *
 * @param keys the sort keys of each row, the id last
 * @param touched every object whose rights decide how the statement looks
 */
public record ListPlan(Statement statement, List<Output> outputs, List<Key> keys, Set<String> touched) {
    /** Parameters of the statement after {@code after}: the keys of the last row, from 1; a null key has none. */
    public record Key(Kind kind, int column) {}
}
