/** The import itself: a job that writes rows in chunks, keeps its place, and can be undone. */
@NullMarked
package io.flywheel.exchange.job;

import org.jspecify.annotations.NullMarked;
