/** Files made of records, streamed. */
@NullMarked
package io.flywheel.exchange.export;

import org.jspecify.annotations.NullMarked;
