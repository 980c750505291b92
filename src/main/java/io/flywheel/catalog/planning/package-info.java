/** What a change of definitions asks of the tables: pure, from what stands and what shall stand to a list of changes. */
@NullMarked
package io.flywheel.catalog.planning;

import org.jspecify.annotations.NullMarked;
