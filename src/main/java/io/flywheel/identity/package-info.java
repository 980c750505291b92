/** Who may knock: workspaces, accounts, sessions and API keys. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package io.flywheel.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
