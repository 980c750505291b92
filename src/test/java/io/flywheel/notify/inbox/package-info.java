@NullMarked
package io.flywheel.notify.inbox;

import org.jspecify.annotations.NullMarked;
