/** The expression language: text in, a type-checked tree, and SQL that never raises on any data. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "calendar"})
package io.flywheel.formula;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
