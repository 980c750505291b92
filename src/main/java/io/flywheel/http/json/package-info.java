/** How JSON is read and written everywhere. */
@NullMarked
package io.flywheel.http.json;

import org.jspecify.annotations.NullMarked;
