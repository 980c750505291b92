@NullMarked
package io.flywheel.identity.secret;

import org.jspecify.annotations.NullMarked;
