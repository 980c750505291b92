/** Exceptions become problems in the reader's language. */
@NullMarked
package io.flywheel.http.problem;

import org.jspecify.annotations.NullMarked;
