package io.flywheel.formula;

import java.util.Collection;
import java.util.Optional;

/**
 * What an expression may name, as seen from one object. {@code me} and {@code old} are names like any other where a
 * scope offers them.
 */
public interface Names {
    /** The type of a field, or empty if there is none of that name (or it may not be seen). */
    Optional<Type> field(String name);

    /** The names behind a reference field: {@code account} in {@code account.industry}. */
    Optional<Names> through(String name);

    /** The names of the child records of a lines field: {@code lines} in {@code sum(lines.amount)}. */
    Optional<Names> children(String name);

    /** All names, for "did you mean". */
    Collection<String> all();
}
