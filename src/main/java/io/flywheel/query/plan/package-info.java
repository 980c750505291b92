/** From what is asked to the text of one statement: pure, no effects. */
@NullMarked
package io.flywheel.query.plan;

import org.jspecify.annotations.NullMarked;
