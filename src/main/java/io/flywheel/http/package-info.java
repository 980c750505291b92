/** The manners every controller shares: problems, ETags, the actor of a request. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "identity"})
package io.flywheel.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
