/** What people write in cells, read as the type a field wants. */
@NullMarked
package io.flywheel.exchange.value;

import org.jspecify.annotations.NullMarked;
