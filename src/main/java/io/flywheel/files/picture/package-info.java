/** What a file is by its content, and small pictures of large ones in bounded memory. */
@NullMarked
package io.flywheel.files.picture;

import org.jspecify.annotations.NullMarked;
