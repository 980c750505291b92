/** The one place that writes records: create, change, delete, restore, in a constant number of statements. */
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
            "query"
        })
package io.flywheel.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
