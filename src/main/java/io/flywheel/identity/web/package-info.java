/** Sign-up, sign-in, sessions and keys over HTTP. */
@NullMarked
package io.flywheel.identity.web;

import org.jspecify.annotations.NullMarked;
