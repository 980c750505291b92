/** Passwords, tokens and the patience with those who guess. */
@NullMarked
package io.flywheel.identity.secret;

import org.jspecify.annotations.NullMarked;
