/** Reading documents: schema first, then into the kinds' own types. */
@NullMarked
package io.flywheel.catalog.reading;

import org.jspecify.annotations.NullMarked;
