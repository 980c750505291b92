/** Values of a result to JSON bytes, without anything between. */
@NullMarked
package io.flywheel.query.json;

import org.jspecify.annotations.NullMarked;
