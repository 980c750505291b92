@NullMarked
package io.flywheel.notify;

import org.jspecify.annotations.NullMarked;
