/** Data in and out in bulk: imports that are checked, resumable and can be undone. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "http",
            "identity",
            "formula",
            "calendar",
            "catalog",
            "people",
            "access",
            "query",
            "record"
        })
package io.flywheel.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
