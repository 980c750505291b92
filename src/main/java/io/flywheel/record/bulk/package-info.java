/** One change of many records: run in portions, followed, stopped, and taken back. */
@NullMarked
package io.flywheel.record.bulk;

import org.jspecify.annotations.NullMarked;
