package io.flywheel.formula;

import io.flywheel.formula.sql.Term;
import java.util.Set;

/**
 * An expression that passed the checker against some {@link Names}.
 *
 * @param text as it was written
 * @param paths every path it reads, dotted, those inside aggregates prefixed by their lines field
 * @param volatileNow whether it depends on {@code today}, {@code now} or {@code me}, so that it cannot be stored
 * @param term the tree with names, types and conversions settled, for the compiler
 */
public record Checked(String text, Expression tree, Type type, Set<String> paths, boolean volatileNow, Term term) {}
