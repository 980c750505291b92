package io.flywheel.performance.value;

import io.flywheel.performance.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Targets of one metric, by who holds them. The target of a span is the sum of the targets that lie inside it; where a
 * longer one holds shorter ones of the same holder, the longer one counts. A span without any has none, which is not 0.
 */
record TargetSums(Map<Cell, BigDecimal> amounts) {
    record Row(UUID holder, LocalDate from, LocalDate to, BigDecimal amount) {
        boolean holds(Row other) {
            return !from.isAfter(other.from) && !to.isBefore(other.to);
        }
    }

    static TargetSums of(List<Row> rows, @Nullable Grain grain) {
        List<Row> longestFirst = new ArrayList<>(rows);
        longestFirst.sort(Comparator.<Row>comparingLong(
                row -> row.from().toEpochDay() - row.to().toEpochDay()));
        Map<Cell, List<Row>> counted = new LinkedHashMap<>();
        for (Row row : longestFirst) {
            LocalDate bucket = grain == null ? null : grain.start(row.from());
            if (grain != null && bucket != null && !row.to().isBefore(grain.next(bucket))) {
                continue; // longer than a span
            }
            List<Row> held = counted.computeIfAbsent(new Cell(row.holder(), bucket), ignored -> new ArrayList<>());
            if (held.stream().noneMatch(longer -> longer.holds(row))) {
                held.add(row);
            }
        }
        Map<Cell, BigDecimal> amounts = new LinkedHashMap<>();
        counted.forEach((cell, held) ->
                amounts.put(cell, held.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
        return new TargetSums(amounts);
    }

    @Nullable
    BigDecimal of(@Nullable Object holder, @Nullable LocalDate bucket) {
        return amounts.get(new Cell(holder, bucket));
    }
}
