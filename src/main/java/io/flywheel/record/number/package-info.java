/** Auto-numbers, taken in blocks. */
@NullMarked
package io.flywheel.record.number;

import org.jspecify.annotations.NullMarked;
