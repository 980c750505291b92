/** The change log: read by its consumers, and as a record's history. */
@NullMarked
package io.flywheel.record.log;

import org.jspecify.annotations.NullMarked;
