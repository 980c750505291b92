/** The chain every request passes: session or key, forgery, rate, size, headers. */
@NullMarked
package io.flywheel.http.security;

import org.jspecify.annotations.NullMarked;
