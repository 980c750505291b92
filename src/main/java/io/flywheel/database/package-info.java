/** Where the data is: the embedded or external PostgreSQL, its pools, transactions and migrations. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.flywheel.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
