package io.flywheel.demo.company;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows from deals on paper: quotes, contracts, orders, money received, returns, and what customers say. */
final class Papers {
    private final Stage stage;
    private final Dice dice;
    private final Map<Fact, List<Fact>> wants = new HashMap<>();
    private final Map<Fact, LocalDate> proposed = new HashMap<>();

    Papers(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice("papers");
    }

    void tell() {
        Set<String> quoting = Set.of("proposal", "negotiation");
        stage.company()
                .all("wants")
                .forEach(line -> wants.computeIfAbsent(line.fact("deal"), any -> new ArrayList<>())
                        .add(line));
        stage.company().all("moves").stream()
                .filter(move -> quoting.contains(move.text("to")))
                .forEach(move ->
                        proposed.putIfAbsent(move.fact("deal"), move.time("at").toLocalDate()));
        for (Fact deal : stage.company().all("deals")) {
            Fact quote = proposed.containsKey(deal) ? quote(deal) : null;
            if (deal.text("outcome").equals("won")) {
                ordered(deal, quote);
            }
        }
    }

    private Fact quote(Fact deal) {
        LocalDate day = java.util.Objects.requireNonNull(proposed.get(deal));
        String status = switch (deal.text("outcome")) {
            case "won" -> "accepted";
            case "lost" -> dice.chance(0.7) ? "declined" : "expired";
            default -> dice.chance(0.8) ? "sent" : "draft";
        };
        Fact quote = stage.add("quotes")
                .with("deal", deal)
                .with("customer", deal.fact("customer"))
                .with("contact", deal.value("contact"))
                .with("owner", deal.fact("owner"))
                .with("name", deal.text("name"))
                .with("status", status)
                .with("day", day)
                .with("until", day.plusDays(30))
                .with("tax", BigDecimal.valueOf(13));
        lines("quoteLines", "quote", quote, deal);
        return quote;
    }

    private void lines(String kind, String paper, Fact of, Fact deal) {
        for (Fact want : wants.getOrDefault(deal, List.of())) {
            stage.add(kind)
                    .with(paper, of)
                    .with("product", want.fact("product"))
                    .with("position", want.amount("position"))
                    .with("quantity", want.amount("quantity"))
                    .with("price", want.amount("price"))
                    .with("cost", want.amount("cost"))
                    .with("discount", want.amount("discount"));
        }
    }

    private void ordered(Fact deal, @org.jspecify.annotations.Nullable Fact quote) {
        LocalDate day = stage.time().pastWorkday(deal.date("closed").plusDays(dice.between(0, 3)));
        Fact contract = contract(deal);
        LocalDate due = day.plusDays(dice.between(10, 45));
        LocalDate delivered = due.plusDays(dice.between(-6, 4));
        boolean done = delivered.isBefore(stage.time().today());
        Fact order = stage.add("orders");
        order.with("code", "DD-%05d".formatted(order.number()))
                .with("deal", deal)
                .with("customer", deal.fact("customer"))
                .with("quote", quote)
                .with("contract", contract)
                .with("owner", deal.fact("owner"))
                .with("territory", deal.fact("territory"))
                .with("day", day)
                .with("due", due)
                .with("delivered", done ? delivered : null)
                .with("status", done ? "delivered" : "confirmed");
        lines("orderLines", "order", order, deal);
        receipts(order, contract, deal.amount("amount"));
        if (done) {
            after(order, deal, delivered);
        }
    }

    private @org.jspecify.annotations.Nullable Fact contract(Fact deal) {
        if (deal.amount("amount").doubleValue() < stage.settings().number("papers.contractFrom")) {
            return null;
        }
        LocalDate signed = deal.date("closed");
        LocalDate ends = signed.plusYears(1);
        return stage.add("contracts")
                .with("name", deal.text("name"))
                .with("deal", deal)
                .with("customer", deal.fact("customer"))
                .with("owner", deal.fact("owner"))
                .with("amount", deal.amount("amount"))
                .with("signed", signed)
                .with("from", signed)
                .with("to", ends)
                .with("renews", dice.chance(0.35))
                .with("status", ends.isBefore(stage.time().today()) ? "ended" : "active");
    }

    /** One to three instalments; what is not yet due has not come in, and some of it is late. */
    private void receipts(Fact order, @org.jspecify.annotations.Nullable Fact contract, BigDecimal amount) {
        int parts = amount.doubleValue() > 100_000 ? dice.between(2, 3) : 1;
        BigDecimal left = amount;
        for (int i = 0; i < parts && left.signum() > 0; i++) {
            BigDecimal part = i + 1 == parts ? left : amount.divide(BigDecimal.valueOf(parts), 0, RoundingMode.HALF_UP);
            LocalDate due = order.date("day").plusDays(30L * (i + 1));
            LocalDate paid = due.plusDays(dice.chance(0.2) ? dice.between(5, 50) : dice.between(-12, 4));
            left = left.subtract(part);
            if (paid.isAfter(stage.time().today())) {
                return;
            }
            stage.add("receipts")
                    .with("order", order)
                    .with("contract", contract)
                    .with("customer", order.fact("customer"))
                    .with("owner", order.fact("owner"))
                    .with("amount", part)
                    .with("due", due)
                    .with("paid", paid)
                    .with("method", dice.weighted(stage.settings().weights("papers.methods")));
        }
    }

    private void after(Fact order, Fact deal, LocalDate delivered) {
        LocalDate today = stage.time().today();
        LocalDate later = delivered.plusDays(dice.between(3, 25));
        boolean unhappy = dice.chance(stage.settings().number("papers.returned"));
        if (unhappy && !later.isAfter(today)) {
            stage.add("returns")
                    .with("order", order)
                    .with("code", order.text("code"))
                    .with("customer", order.fact("customer"))
                    .with("owner", order.fact("owner"))
                    .with("day", later)
                    .with("quantity", BigDecimal.ONE)
                    .with("amount", Stage.money(deal.amount("amount").doubleValue() * dice.between(10, 100) / 100))
                    .with("reason", dice.weighted(stage.settings().weights("papers.returnReasons")));
        }
        LocalDate asked = delivered.plusDays(dice.between(2, 12));
        if (!asked.isAfter(today) && dice.chance(stage.settings().number("papers.answered"))) {
            answers(order, deal, asked, unhappy);
        }
    }

    private void answers(Fact order, Fact deal, LocalDate day, boolean unhappy) {
        Fact owner = order.fact("owner");
        double mood = dice.around(4.35, 0.55)
                + (owner.value("ability") instanceof Double ability ? ability / 30 : 0)
                - (unhappy ? 1.8 : 0);
        int stars = Math.clamp(Math.round(mood), 1, 5);
        answer(order, deal, day, "csat", stars, stars >= 4 ? "praise" : stars == 3 ? "shrug" : "complaint");
        if (dice.chance(0.6)) {
            int likely = Math.clamp(Math.round(mood * 2 + dice.around(0, 0.8)), 0, 10);
            answer(order, deal, day, "nps", likely, likely >= 9 ? "praise" : likely >= 7 ? "shrug" : "complaint");
        }
    }

    private void answer(Fact order, Fact deal, LocalDate day, String kind, int score, String words) {
        stage.add("answers")
                .with("survey", stage.words().list(kind).getFirst())
                .with("kind", kind)
                .with("score", BigDecimal.valueOf(score))
                .with("customer", order.fact("customer"))
                .with("contact", deal.value("contact"))
                .with("person", order.fact("owner"))
                .with("order", order)
                .with("day", day)
                .with("comment", dice.chance(0.5) ? stage.words().one(words, dice) : null);
    }
}
