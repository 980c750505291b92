package io.flywheel.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.ScoringRule.Band;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoringTest {

    @Test
    void aTargetOfZeroHasNoAttainmentAndNoSalesAgainstATargetAreZero() {
        assertThat(attainment("5", "0", Direction.MORE)).isNull();
        assertThat(Attainment.of(number("5"), null, Direction.MORE).percent()).isNull();
        assertThat(Attainment.of(null, number("5"), Direction.MORE).percent()).isNull();
        assertThat(attainment("0", "5", Direction.MORE)).isEqualByComparingTo("0");
        assertThat(attainment("150", "100", Direction.MORE)).isEqualByComparingTo("150");
    }

    @Test
    void whereLessIsBetterTheTargetIsAHundredAndTwiceTheTargetIsZero() {
        assertThat(attainment("30", "30", Direction.LESS)).isEqualByComparingTo("100");
        assertThat(attainment("60", "30", Direction.LESS)).isEqualByComparingTo("0");
        assertThat(attainment("15", "30", Direction.LESS)).isEqualByComparingTo("150");
        assertThat(attainment("0", "30", Direction.LESS)).isEqualByComparingTo("200");
    }

    @Test
    void equalValuesShareAPlaceAndTheNextIsSkipped() {
        List<String> names = List.of("Chen", "Bai", "An", "Dong");
        List<@Nullable BigDecimal> values = new ArrayList<>(List.of(number("7.0"), number("9"), number("9.00")));
        values.add(null);
        var ranked = Ranking.of(names, name -> values.get(names.indexOf(name)), Comparator.naturalOrder());
        assertThat(ranked.toString())
                .isEqualTo("[Ranked[place=1, entry=An], Ranked[place=1, entry=Bai], Ranked[place=3, entry=Chen],"
                        + " Ranked[place=null, entry=Dong]]");
    }

    @Test
    void refusesAGappedOrOverlappingTableAndNamesTheEdges() {
        assertThat(faults(band(null, "60", "0"), band("70", null, "100")))
                .containsExactly("rule[1].from Close the gap: between 60 and 70 there is no score");
        assertThat(faults(band(null, "60", "0"), band("50", null, "100")))
                .containsExactly("rule[1].from Move the bands apart: they overlap from 50 to 60");
        assertThat(faults(band("0", "60", "0"), band("60", "100", "100"))).hasSize(2);
        assertThat(faults(band(null, "60", "0"), band("60", null, "100"))).isEmpty();
        assertThat(faults()).hasSize(1);
    }

    @Test
    void anEmptyLineScoresZeroOrGivesItsWeightAway() {
        var capped = new ScoringRule.Capped(number("120"));
        var revenue = new Score.Input("revenue", number("60"), capped, number("110"), false);
        Score zero = Score.of(List.of(revenue, new Score.Input("nps", number("40"), capped, null, false)), 2);
        Score shared = Score.of(List.of(revenue, new Score.Input("nps", number("40"), capped, null, true)), 2);
        assertThat(zero.total()).isEqualTo("66.00");
        assertThat(shared.total()).isEqualTo("110.00");
        assertThat(Score.of(List.of(), 2).total()).isNull();
    }

    @Test
    void aScoreIsTheWeightedSumOfItsLinesAndStaysWithinThem() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            List<Score.Input> inputs = inputs(random);
            Score score = Score.of(inputs, 6);
            BigDecimal expected = BigDecimal.ZERO;
            BigDecimal lowest = number("1000000");
            BigDecimal highest = number("-1000000");
            for (Score.Line line : score.lines()) {
                expected = expected.add(line.points());
                lowest = lowest.min(Objects.requireNonNull(line.score()));
                highest = highest.max(Objects.requireNonNull(line.score()));
            }
            assertThat(score.total()).as("seed %d", seed).isEqualByComparingTo(Exact.round(expected, 6));
            assertThat(score.total()).as("seed %d", seed).isBetween(Exact.round(lowest, 6), Exact.round(highest, 6));
        }
    }

    @Test
    void theWaysOfScoringNeverFallWhenThePercentageRises() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            ScoringRule rule = rule(random);
            BigDecimal low = percent(random);
            BigDecimal high = low.add(percent(random).abs());
            assertThat(rule.score(high).score())
                    .as("seed %d, %s at %s and %s", seed, rule, low, high)
                    .isGreaterThanOrEqualTo(rule.score(low).score());
        }
    }

    @Test
    void partsAddUpToTheWholeAndStayWithinOneDigitOfTheirShare() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            BigDecimal total = BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, 2);
            List<BigDecimal> weights = random.ints(1 + random.nextInt(9), 0, 1000)
                    .mapToObj(weight -> BigDecimal.valueOf(weight, 1))
                    .toList();
            BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() == 0) {
                continue;
            }
            List<BigDecimal> parts = Shares.of(total, weights, 2);
            assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(total);
            for (int i = 0; i < parts.size(); i++) {
                BigDecimal share = Exact.divide(total.multiply(weights.get(i)), sum);
                assertThat(parts.get(i).subtract(share).abs())
                        .as("seed %d", seed)
                        .isLessThan(number("0.01"));
            }
        }
        assertThat(Shares.of(number("100.00"), List.of(number("1"), number("1"), number("1")), 2))
                .containsExactly(number("33.34"), number("33.33"), number("33.33"));
    }

    @Test
    void readsEveryFormOfAPeriod() {
        assertThat(span("2017")).isEqualTo("2017-01-01/2018-01-01");
        assertThat(span("2017-Q3")).isEqualTo("2017-07-01/2017-10-01");
        assertThat(span("2017-03")).isEqualTo("2017-03-01/2017-04-01");
        assertThat(span("2017-W01")).isEqualTo("2017-01-02/2017-01-09");
        assertThat(span("2020-W53")).isEqualTo("2020-12-28/2021-01-04");
        assertThat(span("2016-02-29")).isEqualTo("2016-02-29/2016-03-01");
        assertThat(span("FY2018")).isEqualTo("2017-07-01/2018-07-01");
        assertThat(span("FY2018-Q2")).isEqualTo("2017-10-01/2018-01-01");
        assertThat(span("2017-01-01..2017-03-31")).isEqualTo("2017-01-01/2017-04-01");
        assertThat(span("all")).isEqualTo("null/null");
        for (String wrong :
                List.of("", "2017-13", "2017-Q5", "2017-W53", "2017-02-29", "FY2018-03", "2018..2017", "17")) {
            assertThatThrownBy(() -> Period.of(wrong, 7)).as(wrong).isInstanceOf(Problem.Malformed.class);
        }
    }

    private static String span(String text) {
        Period period = Period.of(text, 7);
        return period.from() + "/" + period.to();
    }

    private static List<Score.Input> inputs(Random random) {
        List<BigDecimal> weights = Shares.of(
                number("100"),
                random.ints(1 + random.nextInt(8), 1, 100)
                        .mapToObj(BigDecimal::valueOf)
                        .toList(),
                2);
        return weights.stream()
                .map(weight -> new Score.Input("line", weight, rule(random), percent(random), false))
                .toList();
    }

    private static ScoringRule rule(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new ScoringRule.Linear(number("50"), number("100"), number("0"), number("150"));
            case 1 -> new ScoringRule.Capped(number("120"));
            case 2 ->
                new ScoringRule.Banded(List.of(band(null, "60", "0"), band("60", "90", "70"), band("90", null, "100")));
            default -> new ScoringRule.PassFail(number("80"), number("100"), number("0"));
        };
    }

    private static BigDecimal percent(Random random) {
        return BigDecimal.valueOf(random.nextInt(30_000) - 5_000, 2);
    }

    private static List<String> faults(Band... bands) {
        Faults faults = new Faults();
        new ScoringRule.Banded(List.of(bands)).check("rule", faults);
        return faults.list().stream()
                .map((Fault fault) -> fault.path() + " " + fault.message(Language.EN))
                .toList();
    }

    private static Band band(@Nullable String from, @Nullable String to, String score) {
        return new Band(from == null ? null : number(from), to == null ? null : number(to), number(score));
    }

    private static @Nullable BigDecimal attainment(String actual, String target, Direction direction) {
        return Attainment.of(number(actual), number(target), direction).percent();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
