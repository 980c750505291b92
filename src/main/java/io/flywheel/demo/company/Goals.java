package io.flywheel.demo.company;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Targets of each quarter: what such a company would have asked of its people, a little more than they sold. */
final class Goals {
    private final Stage stage;
    private final Dice dice;
    private final double mean;

    Goals(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice("goals");
        this.mean = mean(stage);
    }

    void tell() {
        List<Fact> reps = stage.company().all("reps");
        LocalDate first = quarter(stage.time().start());
        LocalDate last = quarter(stage.time().today());
        for (LocalDate from = first; !from.isAfter(last); from = from.plusMonths(3)) {
            LocalDate to = from.plusMonths(3).minusDays(1);
            Map<Fact, BigDecimal> byTeam = new HashMap<>();
            for (Fact rep : reps) {
                boolean there = rep.date("joined").isBefore(from.plusMonths(2))
                        && (!rep.has("left") || rep.date("left").isAfter(to));
                if (there) {
                    BigDecimal goal = goal(rep, from);
                    goal(from, to, goal).with("person", rep);
                    byTeam.merge(teamAt(rep, from), goal, BigDecimal::add);
                }
            }
            for (Fact selling : stage.company().all("sellingTeams")) {
                BigDecimal sum = byTeam.get(selling.fact("team"));
                if (sum != null) {
                    goal(from, to, sum).with("team", selling.fact("team"));
                }
            }
        }
    }

    private Fact teamAt(Fact rep, LocalDate day) {
        return stage.company().all("stays").stream()
                .filter(stay -> stay.fact("person") == rep)
                .filter(stay -> !stay.has("to") || day.isBefore(stay.date("to")))
                .findFirst()
                .orElseThrow()
                .fact("team");
    }

    private Fact goal(LocalDate from, LocalDate to, BigDecimal amount) {
        return stage.add("goals")
                .with("metric", stage.settings().text("goals.metric"))
                .with("from", from)
                .with("to", to)
                .with("amount", amount);
    }

    /** The mean rep's quarter, more in strong seasons and later years, a little different for each. */
    private BigDecimal goal(Fact rep, LocalDate from) {
        List<Double> season = stage.settings().numbers("deals.season");
        double strength = (season.get(from.getMonthValue() - 1)
                        + season.get(from.getMonthValue())
                        + season.get(from.getMonthValue() + 1))
                / 3;
        double round = stage.settings().number("goals.round");
        double amount = mean
                * strength
                * stage.settings().number("goals.stretch")
                * dice.around(1, 0.12)
                * (0.6 + 0.4 * rep.weight("pace"));
        return BigDecimal.valueOf(Math.max(1, Math.round(amount / round)))
                .multiply(BigDecimal.valueOf(round))
                .setScale(0, RoundingMode.HALF_UP);
    }

    private static double mean(Stage stage) {
        double sum = stage.company().all("deals").stream()
                .filter(deal -> deal.text("outcome").equals("won"))
                .mapToDouble(deal -> deal.amount("amount").doubleValue())
                .sum();
        return sum / (stage.time().months() / 3.0) / stage.settings().size("reps");
    }

    private static LocalDate quarter(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }
}
