/** Roles read from definitions, and what they add up to for one member. */
@NullMarked
package io.flywheel.access.role;

import org.jspecify.annotations.NullMarked;
