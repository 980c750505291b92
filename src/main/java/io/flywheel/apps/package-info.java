/** Packaged apps: folders of definitions, installed by the same cycle an administrator uses. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "identity", "catalog", "record"})
package io.flywheel.apps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
