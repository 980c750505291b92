/** A company that never was: pure and seeded, the same seed tells the same story. */
@NullMarked
package io.flywheel.demo.company;

import org.jspecify.annotations.NullMarked;
