package io.flywheel.performance;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.performance.ScoringRule.Band;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether bands cover every value exactly once. */
final class Bands {
    private Bands() {}

    static void check(String path, List<Band> bands, Faults faults) {
        if (bands.isEmpty()) {
            faults.add(path, "performance.no-bands");
            return;
        }
        openEnd(path + "[0].from", bands.getFirst().from(), faults);
        openEnd(path + "[" + (bands.size() - 1) + "].to", bands.getLast().to(), faults);
        for (int i = 0; i < bands.size(); i++) {
            ordered(path + "[" + i + "]", bands.get(i), faults);
            if (i > 0) {
                joined(
                        path + "[" + i + "].from",
                        bands.get(i - 1).to(),
                        bands.get(i).from(),
                        faults);
            }
        }
    }

    private static void openEnd(String path, @Nullable BigDecimal edge, Faults faults) {
        if (edge != null) {
            faults.add(path, "performance.band-end-closed", "edge", edge.toPlainString());
        }
    }

    private static void ordered(String path, Band band, Faults faults) {
        if (band.from() != null && band.to() != null && band.from().compareTo(band.to()) >= 0) {
            faults.add(Fault.of(path, "performance.band-empty", "from", band.from(), "to", band.to()));
        }
    }

    private static void joined(String path, @Nullable BigDecimal end, @Nullable BigDecimal start, Faults faults) {
        if (end == null || start == null) {
            faults.add(path, "performance.band-open-inside");
        } else if (end.compareTo(start) < 0) {
            faults.add(
                    Fault.of(path, "performance.band-gap", "from", end.toPlainString(), "to", start.toPlainString()));
        } else if (end.compareTo(start) > 0) {
            faults.add(Fault.of(
                    path, "performance.band-overlap", "from", start.toPlainString(), "to", end.toPlainString()));
        }
    }
}
