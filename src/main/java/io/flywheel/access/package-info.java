/** Who may see and do what: roles, field rights and row scopes, answered as expressions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "identity", "http", "formula", "catalog", "people"})
package io.flywheel.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
