/** A file of rows, whatever its format: read as a stream, in bounded memory. */
@NullMarked
package io.flywheel.exchange.file;

import org.jspecify.annotations.NullMarked;
