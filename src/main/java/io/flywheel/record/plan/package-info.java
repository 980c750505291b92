/** A shape of write becomes SQL text, once. */
@NullMarked
package io.flywheel.record.plan;

import org.jspecify.annotations.NullMarked;
