/** Homes as one reader gets them: what he may see, in his own order. */
@NullMarked
package io.flywheel.home.own;

import org.jspecify.annotations.NullMarked;
