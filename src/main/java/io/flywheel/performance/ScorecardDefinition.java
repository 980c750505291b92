package io.flywheel.performance;

import io.flywheel.kernel.Label;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts for whom, and how much.
 *
 * @param period the grain it is usually read at: month, quarter or year
 * @param who condition over the member; null = every member who worked in the period
 * @param digits of the total score, half up
 * @param lines their weights add up to exactly 100
 */
public record ScorecardDefinition(
        String name,
        Label label,
        @Nullable Label description,
        Grain period,
        @Nullable String who,
        int digits,
        List<Line> lines) {

    /**
     * @param group what the line is about, such as result, process, customer; null = none
     * @param leftOutWhenEmpty without a value the weight is shared by the other lines; otherwise it scores 0
     */
    public record Line(
            String metric,
            BigDecimal weight,
            Against against,
            ScoringRule rule,
            @Nullable String group,
            boolean leftOutWhenEmpty) {}

    /** What the rule reads. */
    public sealed interface Against {
        /** the attainment of the member's own target of the same interval */
        record OwnTarget() implements Against {}

        /** the attainment of one target for everybody */
        record Fixed(BigDecimal amount) implements Against {}

        /** the value itself; a ratio in percent */
        record Nothing() implements Against {}
    }
}
