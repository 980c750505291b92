/** Runs compiled statements, and what they need: caches, cursors, sizes. */
@NullMarked
package io.flywheel.query.run;

import org.jspecify.annotations.NullMarked;
