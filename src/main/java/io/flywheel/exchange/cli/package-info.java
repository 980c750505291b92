/** The operator's command line: a client of the API, without the server's classes. */
@NullMarked
package io.flywheel.exchange.cli;

import org.jspecify.annotations.NullMarked;
