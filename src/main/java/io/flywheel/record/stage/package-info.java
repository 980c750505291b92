/** The facility stage path. */
@NullMarked
package io.flywheel.record.stage;

import org.jspecify.annotations.NullMarked;
