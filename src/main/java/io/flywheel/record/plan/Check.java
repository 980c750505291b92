package io.flywheel.record.plan;

import io.flywheel.kernel.Fault;

/**
 * Something that must hold for a row when it is written.
 *
 * @param fault what is said if it does not; its path is within the record
 * @param broken SQL that is true when it does not hold
 * @param refuses whether the row is refused, or only warned of
 */
record Check(Fault fault, SqlText broken, boolean refuses) {}
