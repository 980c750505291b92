/** The root: it only starts the modules below it. */
@NullMarked
package io.flywheel;

import org.jspecify.annotations.NullMarked;
