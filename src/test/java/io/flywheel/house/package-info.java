/** The house rules, held by tests: walls between modules, names, sizes, words, SQL. */
@NullMarked
package io.flywheel.house;

import org.jspecify.annotations.NullMarked;
