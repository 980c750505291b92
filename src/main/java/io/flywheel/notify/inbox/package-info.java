/** What waits for a member until he reads it. */
@NullMarked
package io.flywheel.notify.inbox;

import org.jspecify.annotations.NullMarked;
