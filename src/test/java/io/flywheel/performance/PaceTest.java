package io.flywheel.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class PaceTest {
    private static final BigDecimal TARGET = new BigDecimal("3200");
    private static final BigDecimal VALUE = new BigDecimal("1684.5");

    /** The fourth quarter on 23 November: 54 of 92 days; 37 of 64 working days. */
    @Test
    void goesByWorkingDaysWhereTheCalendarKnowsThem() {
        Pace pace = Pace.of(VALUE, TARGET, new Pace.Clock(37, 64, 54, 92), 1);

        assertThat(pace.elapsed()).isEqualByComparingTo("0.5781");
        assertThat(pace.expected()).isEqualByComparingTo("1850.0");
        assertThat(pace.ahead()).isEqualByComparingTo("-165.5");
        assertThat(pace.daysLeft()).isEqualTo(38);
    }

    @Test
    void goesByDaysElsewhere() {
        Pace pace = Pace.of(VALUE, TARGET, new Pace.Clock(0, 0, 54, 92), 1);

        assertThat(pace.elapsed()).isEqualByComparingTo("0.5870");
        assertThat(pace.expected()).isEqualByComparingTo("1878.3"); // 3200 × 54 / 92
        assertThat(pace.ahead()).isEqualByComparingTo("-193.8");
        assertThat(pace.perWeek()).isEqualByComparingTo("218.4"); // 1684.5 × 7 / 54
        assertThat(pace.needed()).isEqualByComparingTo("279.2"); // 1515.5 × 7 / 38
    }

    @Test
    void asksForNothingMoreThanWhatIsMissing() {
        assertThat(Pace.of(VALUE, TARGET, new Pace.Clock(0, 0, 86, 92), 1).needed())
                .isEqualByComparingTo("1515.5");
        assertThat(Pace.of(VALUE, TARGET, new Pace.Clock(0, 0, 92, 92), 1).needed())
                .isNull();
        assertThat(Pace.of(TARGET, VALUE, new Pace.Clock(0, 0, 54, 92), 1).needed())
                .isEqualByComparingTo("0");
    }

    @Test
    void hasNoPaceWithoutTargetAndNoneBeforeTheFirstDay() {
        Pace without = Pace.of(VALUE, null, new Pace.Clock(0, 0, 54, 92), 1);
        assertThat(List.of(without.elapsed(), Objects.requireNonNull(without.perWeek())))
                .containsExactly(new BigDecimal("0.5870"), new BigDecimal("218.4"));
        assertThat(without.expected()).isNull();
        assertThat(without.ahead()).isNull();
        assertThat(without.needed()).isNull();
        assertThat(Pace.of(BigDecimal.ZERO, TARGET, new Pace.Clock(0, 64, 0, 92), 1)
                        .perWeek())
                .isNull();
    }

    @Test
    void theIntervalIsWilsons() {
        assertThat(interval(0, 10)).isEqualTo("0.00000 0.27753");
        assertThat(interval(4, 10)).isEqualTo("0.16818 0.68733");
        assertThat(interval(5, 20)).isEqualTo("0.11186 0.46870");
        assertThat(Wilson.of(0, 0).rate()).isNull();
    }

    private static String interval(long hits, long trials) {
        Wilson wilson = Wilson.of(hits, trials);
        return wilson.low() + " " + wilson.high();
    }

    @Test
    void aVerdictNeedsTwentyOfEach() {
        assertThat(Funnel.Verdict.of(Wilson.of(20, 60), Wilson.of(68, 100))).isEqualTo(Funnel.Verdict.BELOW);
        assertThat(Funnel.Verdict.of(Wilson.of(58, 60), Wilson.of(68, 100))).isEqualTo(Funnel.Verdict.ABOVE);
        assertThat(Funnel.Verdict.of(Wilson.of(40, 60), Wilson.of(68, 100))).isEqualTo(Funnel.Verdict.WITHIN);
        assertThat(Funnel.Verdict.of(Wilson.of(0, 19), Wilson.of(68, 100))).isEqualTo(Funnel.Verdict.FEW);
        assertThat(Funnel.Verdict.of(Wilson.of(0, 60), Wilson.of(10, 10))).isEqualTo(Funnel.Verdict.FEW);
    }

    @Test
    void thePeriodBeforeIsAsLong() {
        assertThat(before("2026-Q1")).isEqualTo("2025-Q4 2025-10-01 2025-12-31");
        assertThat(before("2026-03")).isEqualTo("2026-02 2026-02-01 2026-02-28");
        assertThat(before("2026")).isEqualTo("2025 2025-01-01 2025-12-31");
        assertThat(before("2026-W01")).isEqualTo("2025-W52 2025-12-22 2025-12-28");
        assertThat(before("2026-05-03..2026-05-12")).isEqualTo("2026-04-23..2026-05-02 2026-04-23 2026-05-02");
        assertThat(Period.of("all", 1).before()).isNull();
        assertThat(new Period("x", LocalDate.of(1, 1, 1), LocalDate.of(2, 1, 1)).before())
                .isNull();
    }

    private static String before(String text) {
        Period before = Objects.requireNonNull(Period.of(text, 1).before());
        return before.text() + " " + before.from() + " " + before.last();
    }
}
