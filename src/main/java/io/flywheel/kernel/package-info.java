/** The words every module shares: actor, workspace, label, fault, problem, ids. Knows no framework. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.flywheel.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
