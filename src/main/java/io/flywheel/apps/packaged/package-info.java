/** The apps that come with the product, as they lie in its files. */
@NullMarked
package io.flywheel.apps.packaged;

import org.jspecify.annotations.NullMarked;
