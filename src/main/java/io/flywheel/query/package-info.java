/** The one place that reads records: a selection or an aggregate becomes one statement. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "calendar", "database", "http", "formula", "catalog", "people", "access"})
package io.flywheel.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
