/** Runs the statements of a write, in their order, in one transaction. */
@NullMarked
package io.flywheel.record.write;

import org.jspecify.annotations.NullMarked;
