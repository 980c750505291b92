package io.flywheel.performance.value;

import io.flywheel.performance.Aggregation;
import io.flywheel.performance.MetricDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metrics that one statement can answer together: they read the same records, by the same date, for the same people. */
record Reading(List<MetricDefinition> metrics) {
    private record Key(
            String object,
            @Nullable String date,
            @Nullable String member,
            @Nullable String territory,
            MetricDefinition.Credit credit,
            String apart) {}

    /** A stock and a first-ever metric have conditions of their own and stand alone. */
    static List<Reading> of(List<MetricDefinition> metrics) {
        Map<Key, List<MetricDefinition>> together = new LinkedHashMap<>();
        for (MetricDefinition metric : metrics) {
            String apart = switch (metric.aggregation()) {
                case Aggregation.Additive additive -> "";
                case Aggregation.Exact exact -> "exact";
                case Aggregation.Stock stock -> metric.name();
                case Aggregation.FirstEver first -> metric.name();
            };
            Key key = new Key(
                    metric.object(), metric.date(), metric.member(), metric.territory(), metric.credit(), apart);
            together.computeIfAbsent(key, ignored -> new ArrayList<>()).add(metric);
        }
        return together.values().stream().map(Reading::new).toList();
    }

    MetricDefinition first() {
        return metrics.getFirst();
    }

    boolean exact() {
        return first().aggregation() instanceof Aggregation.Exact;
    }

    boolean stock() {
        return first().aggregation() instanceof Aggregation.Stock;
    }
}
