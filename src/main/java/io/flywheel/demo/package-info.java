/** A demo workspace from a seeded generator, so that a first look shows a living company. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "identity",
            "formula",
            "catalog",
            "people",
            "access",
            "query",
            "record",
            "apps"
        })
package io.flywheel.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
