package io.flywheel.performance.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One group of records.
 *
 * @param key a UUID for members, teams, territories and other references; another value of a dimension; null = none
 * @param bucket the first day of its span (of a stock: the day it was counted on), null if the period is not cut
 */
record Cell(@Nullable Object key, @Nullable LocalDate bucket) {}
