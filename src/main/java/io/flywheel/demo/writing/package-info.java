/** The told company becomes records, through the same door as everybody's. */
@NullMarked
package io.flywheel.demo.writing;

import org.jspecify.annotations.NullMarked;
