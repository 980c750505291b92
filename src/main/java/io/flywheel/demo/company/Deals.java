package io.flywheel.demo.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Deals, from the first talk through each step to won, lost, or where they stand today. */
final class Deals {
    private final Stage stage;
    private final Dice dice;
    private final List<JsonNode> steps = new ArrayList<>();
    private final Map<Fact, List<Fact>> customersOfRep = new LinkedHashMap<>();
    private final Map<Fact, List<Fact>> customersOfTeam = new LinkedHashMap<>();

    Deals(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice("deals");
        stage.settings().each("deals.steps", steps::add);
    }

    void tell() {
        for (Fact customer : stage.company().all("customers")) {
            customersOfRep
                    .computeIfAbsent(customer.fact("owner"), any -> new ArrayList<>())
                    .add(customer);
            customersOfTeam
                    .computeIfAbsent(customer.fact("team"), any -> new ArrayList<>())
                    .add(customer);
        }
        List<Double> season = stage.settings().numbers("deals.season");
        LocalDate month = stage.time().start();
        while (!month.isAfter(stage.time().today())) {
            for (Fact rep : stage.company().all("reps")) {
                int count = dice.count(rate(rep, month) * season.get(month.getMonthValue() - 1));
                for (int i = 0; i < count; i++) {
                    begin(rep, month.plusDays(dice.between(0, month.lengthOfMonth() - 1)));
                }
            }
            month = month.plusMonths(1);
        }
    }

    private double rate(Fact rep, LocalDate month) {
        double years = (stage.time().months()
                        - java.time.temporal.ChronoUnit.MONTHS.between(
                                month, stage.time().today()))
                / 12.0;
        return stage.settings().number("deals.perMonth")
                * rep.weight("pace")
                * (0.5 + ramp(rep, month) / 2)
                * (1 + stage.settings().number("deals.growth") * (years - 1))
                * stage.settings()
                        .factor(
                                "deals",
                                Map.of(
                                        "team",
                                        team(rep, month).text("code"),
                                        "month",
                                        String.valueOf(month.getMonthValue())));
    }

    /** 0 for who just joined, 1 for who has settled in. */
    private double ramp(Fact rep, LocalDate day) {
        double months = java.time.temporal.ChronoUnit.DAYS.between(rep.date("joined"), day) / 30.0;
        return Math.clamp(months / stage.settings().number("staff.rampMonths"), 0, 1);
    }

    /** The team on that day. */
    private Fact team(Fact rep, LocalDate day) {
        return stage.company().all("stays").stream()
                .filter(stay -> stay.fact("person") == rep)
                .filter(stay -> !stay.has("to") || day.isBefore(stay.date("to")))
                .findFirst()
                .map(stay -> stay.fact("team"))
                .orElse(rep.fact("team"));
    }

    private void begin(Fact rep, LocalDate day) {
        boolean gone = rep.has("left") && !day.isBefore(rep.date("left"));
        if (gone || day.isBefore(rep.date("joined")) || day.isAfter(stage.time().today())) {
            return;
        }
        Fact customer = customer(rep, team(rep, day));
        Fact deal = stage.add("deals");
        OffsetDateTime start = stage.time().inOffice(day, dice);
        deal.with("customer", customer)
                .with("code", "D%05d".formatted(deal.number()))
                .with("contact", customer.value("contact"))
                .with("owner", rep)
                .with("territory", customer.fact("territory"))
                .with("engaged", start.toLocalDate())
                .with("source", dice.weighted(stage.settings().weights("deals.sources")))
                .with("kind", dice.weighted(stage.settings().weights("deals.kinds")));
        basket(deal, customer);
        walk(deal, rep, start);
        name(deal);
    }

    private Fact customer(Fact rep, Fact team) {
        List<Fact> own = customersOfRep.getOrDefault(rep, List.of());
        return dice.likelyFirst(
                own.isEmpty() || dice.chance(0.15)
                        ? customersOfTeam.getOrDefault(team, stage.company().all("customers"))
                        : own);
    }

    /** What is asked for; the amount of a deal, its quote and its order is the sum of these lines. */
    private void basket(Fact deal, Fact customer) {
        int lines = 1 + (dice.chance(0.45) ? 1 : 0) + (dice.chance(0.2) ? 1 : 0);
        double whole =
                dice.skewed(stage.settings().number("deals.amountMedian"), 0.75) * Math.sqrt(customer.weight("size"));
        BigDecimal amount = BigDecimal.ZERO;
        for (int i = 0; i < lines; i++) {
            Fact product = dice.likelyFirst(stage.company().all("products"));
            BigDecimal price = product.amount("price");
            BigDecimal quantity = BigDecimal.valueOf(Math.max(1, Math.round(whole / lines / price.doubleValue())));
            BigDecimal discount = new BigDecimal(dice.weighted(stage.settings().weights("deals.discounts")));
            Fact line = stage.add("wants")
                    .with("deal", deal)
                    .with("product", product)
                    .with("position", BigDecimal.valueOf(i + 1))
                    .with("quantity", quantity)
                    .with("price", price)
                    .with("cost", product.amount("cost"))
                    .with("discount", discount);
            amount = amount.add(value(line));
            if (i == 0) {
                deal.with("product", product);
            }
        }
        deal.with("amount", amount);
    }

    private static BigDecimal value(Fact line) {
        return line.amount("quantity")
                .multiply(line.amount("price"))
                .multiply(BigDecimal.valueOf(100).subtract(line.amount("discount")))
                .movePointLeft(2)
                .setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private void walk(Fact deal, Fact rep, OffsetDateTime start) {
        OffsetDateTime at = start;
        move(deal, rep, null, steps.getFirst().path("name").asString(), at, null);
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            long days = Math.round(dice.skewed(step.path("days").asDouble(), 0.55));
            LocalDate next = at.toLocalDate().plusDays(Math.max(1, days));
            if (!next.isBefore(stage.time().today().minusDays(2))) {
                open(deal, rep, step);
                return;
            }
            OffsetDateTime then = stage.time().inOffice(next, dice);
            boolean passes = dice.chance(passing(deal, rep, step, then.toLocalDate()) / 100);
            String to = !passes ? "deals.lost" : i + 1 == steps.size() ? "deals.won" : "";
            String name = to.isEmpty()
                    ? steps.get(i + 1).path("name").asString()
                    : stage.settings().text(to);
            move(deal, rep, step.path("name").asString(), name, then, at);
            if (!to.isEmpty()) {
                close(deal, then.toLocalDate(), name, passes);
                return;
            }
            at = then;
        }
    }

    /** In percent: the step's own, the rep's ability, experience, and whatever truth was planted here. */
    private double passing(Fact deal, Fact rep, JsonNode step, LocalDate day) {
        Map<String, String> here = Map.of(
                "team", team(rep, day).text("code"),
                "step", step.path("name").asString(),
                "quarter", String.valueOf(stage.time().quarter(day)),
                "source", deal.text("source"));
        double points = rep.weight("ability")
                - 10 * (1 - ramp(rep, day))
                + stage.settings().points("pass", here);
        return Math.clamp(step.path("pass").asDouble() + points, 3, 97);
    }

    private void move(
            Fact deal, Fact rep, @Nullable String from, String to, OffsetDateTime at, @Nullable OffsetDateTime since) {
        stage.add("moves")
                .with("deal", deal)
                .with("from", from)
                .with("to", to)
                .with("at", at)
                .with("since", since)
                .with("actor", rep);
        deal.with("step", to).with("stepSince", at);
    }

    private void close(Fact deal, LocalDate day, String step, boolean won) {
        deal.with("closed", day)
                .with("outcome", won ? "won" : "lost")
                .with("chance", BigDecimal.valueOf(won ? 100 : 0));
        if (!won) {
            String reason = dice.weighted(stage.settings().weights("deals.lossReasons"));
            deal.with("lossReason", reason);
            if (reason.equals("competitor")) {
                deal.with("competitor", stage.words().one("competitors", dice));
            }
            return;
        }
        Fact customer = deal.fact("customer");
        customer.with("lifecycle", "active");
        if (!customer.has("firstWon") || day.isBefore(customer.date("firstWon"))) {
            customer.with("firstWon", day);
        }
        if (dice.chance(stage.settings().number("deals.split"))) {
            split(deal);
        }
    }

    private void split(Fact deal) {
        Fact owner = deal.fact("owner");
        Fact other = dice.pick(stage.company().all("reps"));
        if (other == owner) {
            return;
        }
        BigDecimal share = BigDecimal.valueOf(dice.between(1, 4) * 10L);
        stage.add("splits")
                .with("deal", deal)
                .with("person", owner)
                .with("share", BigDecimal.valueOf(100).subtract(share));
        stage.add("splits").with("deal", deal).with("person", other).with("share", share);
    }

    /** Still running: expected soon or, for a few, overdue. Who left has handed it over. */
    private void open(Fact deal, Fact rep, JsonNode step) {
        LocalDate today = stage.time().today();
        LocalDate expected = today.plusDays(dice.chance(0.12) ? -dice.between(1, 15) : dice.between(2, 75));
        LocalDate engaged = deal.date("engaged");
        deal.with("closed", expected.isBefore(engaged) ? engaged : expected)
                .with("outcome", "open")
                .with("chance", BigDecimal.valueOf(step.path("probability").asInt()))
                .with("nextDay", stage.time().workday(today.plusDays(dice.between(-3, 12))))
                .with("next", stage.words().one("nextSteps", dice));
        if (rep.has("left")) {
            deal.with("owner", deal.fact("customer").fact("owner"));
        }
    }

    private void name(Fact deal) {
        deal.with("name", stage.words().about("deals", dice, deal));
    }
}
