/** From text to tree: lexer and parser, with a position for every fault. */
@NullMarked
package io.flywheel.formula.text;

import org.jspecify.annotations.NullMarked;
