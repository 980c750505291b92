/** Who reads, and in which language. */
@NullMarked
package io.flywheel.http.reader;

import org.jspecify.annotations.NullMarked;
