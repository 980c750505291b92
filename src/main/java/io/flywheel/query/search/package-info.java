/** Finds records by words. */
@NullMarked
package io.flywheel.query.search;

import org.jspecify.annotations.NullMarked;
