/** From typed terms to SQL that no data makes raise. */
@NullMarked
package io.flywheel.formula.sql;

import org.jspecify.annotations.NullMarked;
