/** Imports over HTTP. */
@NullMarked
package io.flywheel.exchange.web;

import org.jspecify.annotations.NullMarked;
