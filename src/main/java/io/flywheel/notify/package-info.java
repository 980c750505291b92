/** Tells people what concerns them: live news while they look, and an inbox for when they come back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "identity",
            "http",
            "formula",
            "catalog",
            "people",
            "access",
            "query",
            "record"
        })
package io.flywheel.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
