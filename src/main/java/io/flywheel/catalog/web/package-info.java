/** Definitions over HTTP. */
@NullMarked
package io.flywheel.catalog.web;

import org.jspecify.annotations.NullMarked;
