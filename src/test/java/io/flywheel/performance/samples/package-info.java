/** Real sales data against the figures that were worked out for it. */
@NullMarked
package io.flywheel.performance.samples;

import org.jspecify.annotations.NullMarked;
