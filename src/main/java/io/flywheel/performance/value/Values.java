package io.flywheel.performance.value;

import io.flywheel.performance.MetricDefinition;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was counted for one metric, by group.
 *
 * @param titles of keys that name records
 */
record Values(MetricDefinition metric, Map<Cell, Tally> tallies, Map<Object, String> titles) {

    Tally at(@Nullable Object key, @Nullable LocalDate bucket) {
        return tallies.getOrDefault(new Cell(key, bucket), Tally.EMPTY);
    }

    /** All spans of each group together; only for what adds up. */
    Values uncut() {
        Map<Cell, Tally> sums = new LinkedHashMap<>();
        tallies.forEach((cell, tally) -> sums.merge(new Cell(cell.key(), null), tally, Tally::plus));
        return new Values(metric, sums, titles);
    }

    /** Each node with everything below it; what belongs to no node stays apart. */
    Values rolledUp(Function<UUID, List<UUID>> upwards) {
        Map<Cell, Tally> sums = new LinkedHashMap<>();
        tallies.forEach((cell, tally) -> {
            if (cell.key() instanceof UUID node) {
                upwards.apply(node).forEach(above -> sums.merge(new Cell(above, cell.bucket()), tally, Tally::plus));
            } else {
                sums.merge(cell, tally, Tally::plus);
            }
        });
        return new Values(metric, sums, titles);
    }
}
