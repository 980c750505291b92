/** Writing and history over HTTP. */
@NullMarked
package io.flywheel.record.web;

import org.jspecify.annotations.NullMarked;
