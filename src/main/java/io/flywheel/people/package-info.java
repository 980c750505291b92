/** Who works here: members, teams, managers and territories, valid from a day to a day. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "identity", "http", "formula", "catalog"})
package io.flywheel.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
