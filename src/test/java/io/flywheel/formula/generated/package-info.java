/** Generated expressions over hostile data, and an oracle of its own that says what each of them must answer. */
@NullMarked
package io.flywheel.formula.generated;

import org.jspecify.annotations.NullMarked;
