/** Files of records: their bytes in a folder or a bucket, once per workspace, and who may have them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "http", "identity", "catalog", "access", "query", "record"})
package io.flywheel.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
