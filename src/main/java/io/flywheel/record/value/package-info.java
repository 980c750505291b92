/** Values made to fit their fields. */
@NullMarked
package io.flywheel.record.value;

import org.jspecify.annotations.NullMarked;
