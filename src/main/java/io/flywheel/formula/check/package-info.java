/** From tree to typed terms: names, types, functions, and every fault that can be found before any data is seen. */
@NullMarked
package io.flywheel.formula.check;

import org.jspecify.annotations.NullMarked;
