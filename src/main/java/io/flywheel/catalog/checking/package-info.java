/** What must hold across definitions before they may be published. */
@NullMarked
package io.flywheel.catalog.checking;

import org.jspecify.annotations.NullMarked;
