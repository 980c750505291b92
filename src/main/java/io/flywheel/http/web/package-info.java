/** The pages of the UI, the request log and the API document. */
@NullMarked
package io.flywheel.http.web;

import org.jspecify.annotations.NullMarked;
