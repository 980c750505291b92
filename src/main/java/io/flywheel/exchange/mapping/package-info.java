/** Which column goes to which field, and how. */
@NullMarked
package io.flywheel.exchange.mapping;

import org.jspecify.annotations.NullMarked;
