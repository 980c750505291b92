/** The calls about homes. */
@NullMarked
package io.flywheel.home.web;

import org.jspecify.annotations.NullMarked;
