/** Facilities of daily work: which object holds tasks, which one contacts, and where a card stands among others. */
@NullMarked
package io.flywheel.record.work;

import org.jspecify.annotations.NullMarked;
