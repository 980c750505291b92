/** Files over HTTP. */
@NullMarked
package io.flywheel.files.web;

import org.jspecify.annotations.NullMarked;
