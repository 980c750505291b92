/** Server-sent events: what has changed, told to those who look and may see it. */
@NullMarked
package io.flywheel.notify.live;

import org.jspecify.annotations.NullMarked;
