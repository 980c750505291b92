package io.flywheel.record.write;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The main statement's answer for one row, as {@link io.flywheel.record.plan.WritePlan} describes it.
 *
 * @param was the version before; null = not there, or out of reach
 * @param version the version after; null = not written
 */
record Written(
        int number,
        UUID id,
        @Nullable Integer was,
        @Nullable Integer version,
        boolean stale,
        List<Integer> broken,
        List<Integer> warned,
        List<Move> moves) {

    /**
     * What the row takes from one parent and brings to another (often the same one).
     *
     * @param before what it added to each sum or count of the old parent; {@code after} of the new one
     */
    record Move(@Nullable UUID from, @Nullable UUID to, List<BigDecimal> before, List<BigDecimal> after) {}
}
