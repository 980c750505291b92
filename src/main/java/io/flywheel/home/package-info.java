/** What somebody sees first: homes by role, made of tiles that are definitions, each arranged as its reader likes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "http", "formula", "catalog", "access", "query", "performance"})
package io.flywheel.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
