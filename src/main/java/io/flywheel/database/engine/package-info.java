/** The embedded PostgreSQL: unpacked, started, watched and stopped by this process. */
@NullMarked
package io.flywheel.database.engine;

import org.jspecify.annotations.NullMarked;
