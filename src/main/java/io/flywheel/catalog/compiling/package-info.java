/** Formulas and roll-ups as a catalogue knows them: checked once, ordered, stored or computed on read. */
@NullMarked
package io.flywheel.catalog.compiling;

import org.jspecify.annotations.NullMarked;
