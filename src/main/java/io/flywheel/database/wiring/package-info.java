/** The database as the application sees it: settings, and what is started from them. */
@NullMarked
package io.flywheel.database.wiring;

import org.jspecify.annotations.NullMarked;
