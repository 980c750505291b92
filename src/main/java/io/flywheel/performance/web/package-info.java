/** The calls about metrics and scorecards. */
@NullMarked
package io.flywheel.performance.web;

import org.jspecify.annotations.NullMarked;
