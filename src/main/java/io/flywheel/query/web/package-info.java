/** The routes of this module. */
@NullMarked
package io.flywheel.query.web;

import org.jspecify.annotations.NullMarked;
