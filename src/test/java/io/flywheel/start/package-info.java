/** The product as a process: started, killed, started again. */
@NullMarked
package io.flywheel.start;

import org.jspecify.annotations.NullMarked;
