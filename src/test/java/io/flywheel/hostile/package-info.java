/** What somebody who means harm, or just errs badly, sends to the whole product: a clear problem each, nothing written. */
@NullMarked
package io.flywheel.hostile;

import org.jspecify.annotations.NullMarked;
