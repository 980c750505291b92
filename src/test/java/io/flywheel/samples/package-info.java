/** Public sample data, from its files by the command line to every figure that was worked out for it, over HTTP. */
@org.jspecify.annotations.NullMarked
package io.flywheel.samples;
