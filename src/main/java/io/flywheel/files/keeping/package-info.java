/** Taking files in, removing them, bringing them back, and sweeping what nobody holds. */
@NullMarked
package io.flywheel.files.keeping;

import org.jspecify.annotations.NullMarked;
