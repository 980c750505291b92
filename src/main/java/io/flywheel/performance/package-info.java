/** How people and teams do against their targets: metrics, targets and scorecards, each figure explained. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "http",
            "formula",
            "calendar",
            "catalog",
            "people",
            "access",
            "query",
            "record"
        })
package io.flywheel.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
