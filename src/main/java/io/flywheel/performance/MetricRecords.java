package io.flywheel.performance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records behind a number.
 *
 * @param fields the paths shown
 * @param shown how many of them the actor may see, {@code of} all that count
 */
public record MetricRecords(
        String object, List<String> fields, List<Map<String, @Nullable Object>> records, long shown, long of) {}
