/** The hot routes: found by pattern, answered without a controller. */
@NullMarked
package io.flywheel.http.route;

import org.jspecify.annotations.NullMarked;
