/** Where bytes are kept: a folder of this installation, or a bucket behind the S3 protocol. */
@NullMarked
package io.flywheel.files.store;

import org.jspecify.annotations.NullMarked;
