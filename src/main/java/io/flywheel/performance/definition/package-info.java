/** Reads and checks the documents of metrics and scorecards. */
@NullMarked
package io.flywheel.performance.definition;

import org.jspecify.annotations.NullMarked;
