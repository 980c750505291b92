/** What a workspace is made of: definitions from draft to published revision, and the tables they ask for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "calendar", "formula", "http"})
package io.flywheel.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
