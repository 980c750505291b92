/** Roles and permissions over HTTP. */
@NullMarked
package io.flywheel.access.web;

import org.jspecify.annotations.NullMarked;
