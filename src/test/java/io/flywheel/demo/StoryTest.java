package io.flywheel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.demo.company.Company;
import io.flywheel.demo.company.Fact;
import io.flywheel.kernel.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class StoryTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 24, 15, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
    private static final Company FULL = Samples.company(Samples.Size.FULL, Language.ZH, NOW, "Director");

    @Test
    void tellsTheSameStoryFromTheSameSeed() {
        Company again = Samples.company(Samples.Size.FULL, Language.ZH, NOW, "Director");
        for (String kind : FULL.kinds()) {
            assertThat(again.all(kind)).hasToString(FULL.all(kind).toString());
        }
    }

    @Test
    void isAsLargeAsPlanned() {
        assertThat(FULL.all("sellingTeams")).hasSize(8);
        assertThat(FULL.all("reps")).hasSize(60);
        assertThat(FULL.all("customers")).hasSize(800);
        assertThat(FULL.all("deals")).hasSizeBetween(2_400, 3_800);
        assertThat(FULL.all("activities")).hasSizeBetween(11_000, 19_000);
        assertThat(FULL.all("leads").size()).isGreaterThan(1_500);
    }

    @Test
    void winsLikeARealTeamAndDiffersByRep() {
        assertThat(winRate(FULL, deal -> true)).isBetween(0.2, 0.45);
        Map<Fact, Double> sold = FULL.all("deals").stream()
                .filter(deal -> deal.text("outcome").equals("won"))
                .collect(Collectors.groupingBy(
                        deal -> deal.fact("owner"),
                        Collectors.summingDouble(deal -> deal.amount("amount").doubleValue())));
        List<Double> ranked = sold.values().stream().sorted().toList();
        assertThat(ranked.getLast()).isGreaterThan(3 * ranked.get(ranked.size() / 4));
    }

    @Test
    void nothingHappensBeforeItCould() {
        for (Fact deal : FULL.all("deals")) {
            Fact owner = deal.fact("owner");
            assertThat(deal.date("engaged")).isBeforeOrEqualTo(NOW.toLocalDate());
            assertThat(deal.date("closed")).isAfterOrEqualTo(deal.date("engaged"));
            if (!deal.text("outcome").equals("open")) {
                assertThat(deal.date("closed")).isBeforeOrEqualTo(NOW.toLocalDate());
                assertThat(deal.date("engaged")).isAfterOrEqualTo(owner.date("joined"));
            }
        }
        assertThat(FULL.all("moves"))
                .allSatisfy(move -> assertThat(move.time("at")).isBeforeOrEqualTo(NOW.toOffsetDateTime()))
                .filteredOn(move -> move.has("since"))
                .allSatisfy(move -> assertThat(move.time("at")).isAfterOrEqualTo(move.time("since")));
    }

    @Test
    void aDealsLastMoveIsWhereItStands() {
        Map<Fact, String> last = new HashMap<>();
        FULL.all("moves").forEach(move -> last.put(move.fact("deal"), move.text("to")));
        assertThat(FULL.all("deals"))
                .allSatisfy(deal -> assertThat(last.get(deal)).isEqualTo(deal.text("step")));
    }

    @Test
    void dealsAreTheSumOfTheirLinesAndNobodyPaysMore() {
        Map<Fact, BigDecimal> paid = new HashMap<>();
        FULL.all("receipts")
                .forEach(receipt -> paid.merge(receipt.fact("order"), receipt.amount("amount"), BigDecimal::add));
        assertThat(paid)
                .isNotEmpty()
                .allSatisfy((order, sum) ->
                        assertThat(sum).isLessThanOrEqualTo(order.fact("deal").amount("amount")));
    }

    @Test
    void aPlantedWeaknessShowsInTheNumbers() {
        Company weak = Samples.company(planted("""
                {"affects": "pass", "where": {"team": "T3", "step": "proposal"}, "points": -35}"""), Samples.Size.FULL, Language.EN, NOW, "D");
        Predicate<Fact> theirs =
                move -> move.fact("actor").fact("team").text("code").equals("T3");
        double before = passRate(FULL, "proposal", theirs);
        double after = passRate(weak, "proposal", theirs);
        assertThat(before - after).isBetween(0.2, 0.5);
        assertThat(passRate(FULL, "proposal", theirs.negate()) - passRate(weak, "proposal", theirs.negate()))
                .isBetween(-0.06, 0.06);
    }

    @Test
    void whatThePlanPlantsIsThere() {
        Predicate<Fact> slow =
                lead -> lead.fact("owner").fact("team").text("code").equals("T5");
        assertThat(medianMinutes(slow)).isGreaterThan(2 * medianMinutes(slow.negate()));
        LocalDate from = LocalDate.of(2026, 4, 1);
        LocalDate to = LocalDate.of(2026, 10, 1);
        Predicate<Fact> then = move -> !move.time("at").toLocalDate().isBefore(from)
                && move.time("at").toLocalDate().isBefore(to);
        Predicate<Fact> weak =
                move -> move.fact("actor").fact("team").text("code").equals("T2");
        assertThat(passRate(FULL, "proposal", then.and(weak.negate())) - passRate(FULL, "proposal", then.and(weak)))
                .isGreaterThan(0.08);
    }

    private static JsonNode planted(String truth) {
        ObjectNode plan = (ObjectNode) Samples.document("plan");
        ((ArrayNode) plan.get("truths")).add(io.flywheel.catalog.Documents.json(truth));
        return plan;
    }

    private static double winRate(Company company, Predicate<Fact> which) {
        Map<String, Long> outcomes = company.all("deals").stream()
                .filter(which)
                .collect(Collectors.groupingBy(deal -> deal.text("outcome"), Collectors.counting()));
        double won = outcomes.getOrDefault("won", 0L);
        return won / (won + outcomes.getOrDefault("lost", 0L));
    }

    private static double passRate(Company company, String step, Predicate<Fact> which) {
        List<Fact> left = company.all("moves").stream()
                .filter(move -> step.equals(move.value("from")))
                .filter(which)
                .toList();
        return (double) left.stream()
                        .filter(move -> !move.text("to").equals("lost"))
                        .count()
                / left.size();
    }

    private static double medianMinutes(Predicate<Fact> which) {
        List<BigDecimal> minutes = FULL.all("leads").stream()
                .filter(lead -> lead.has("minutes"))
                .filter(which)
                .map(lead -> lead.amount("minutes"))
                .sorted()
                .toList();
        return minutes.get(minutes.size() / 2).doubleValue();
    }
}
