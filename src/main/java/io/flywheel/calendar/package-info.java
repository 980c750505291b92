/** Business calendars: working days and minutes, with holidays and the working weekends that pay for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.flywheel.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
