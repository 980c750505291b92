/** Carries out plans while the workspace is at work: short locks, indexes built aside, values filled in batches. */
@NullMarked
package io.flywheel.catalog.running;

import org.jspecify.annotations.NullMarked;
