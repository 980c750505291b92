/** Saved views of a list: those that are defined for all, and those that members keep for themselves. */
@NullMarked
package io.flywheel.query.view;

import org.jspecify.annotations.NullMarked;
