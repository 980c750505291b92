/** Definitions and their revisions as rows. */
@NullMarked
package io.flywheel.catalog.storing;

import org.jspecify.annotations.NullMarked;
