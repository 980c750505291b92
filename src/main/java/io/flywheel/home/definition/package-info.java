/** The kind home: how its documents are read and checked. */
@NullMarked
package io.flywheel.home.definition;

import org.jspecify.annotations.NullMarked;
