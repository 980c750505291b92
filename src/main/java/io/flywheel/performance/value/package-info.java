/** Reads the values of metrics: a constant number of statements, whatever the number of people. */
@NullMarked
package io.flywheel.performance.value;

import org.jspecify.annotations.NullMarked;
