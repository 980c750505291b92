package io.flywheel.demo.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Leads: those that became the deals already told, those that came to nothing, and those of the last days. */
final class Leads {
    private final Stage stage;
    private final Dice dice;

    Leads(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice("leads");
    }

    void tell() {
        for (Fact deal : stage.company().all("deals")) {
            String source = deal.text("source");
            if (!source.equals("existing") && dice.chance(stage.settings().number("leads.perDeal"))) {
                converted(deal, source);
            }
            if (dice.chance(
                    stage.settings().number("leads.perDeal") * stage.settings().number("leads.wasted"))) {
                wasted(deal);
            }
        }
    }

    private void converted(Fact deal, String source) {
        Fact customer = deal.fact("customer");
        LocalDate day = deal.date("engaged").minusDays(dice.between(1, 18));
        Fact lead = lead(deal.fact("owner"), day, source)
                .with("company", customer.text("name"))
                .with("industry", customer.text("industry"))
                .with("territory", customer.fact("territory"))
                .with("status", "converted")
                .with("score", dice.whole(55, 98))
                .with("convertedOn", deal.date("engaged"))
                .with("customer", customer)
                .with("deal", deal);
        touched(lead, 1);
        if (lead.value("campaign") instanceof Fact campaign) {
            deal.with("campaign", campaign);
        }
    }

    /** In about the same time as a deal began; the last ones are still being worked on. */
    private void wasted(Fact near) {
        LocalDate day = stage.time().pastWorkday(near.date("engaged").plusDays(dice.between(-8, 8)));
        long age = java.time.temporal.ChronoUnit.DAYS.between(day, stage.time().today());
        String status = age < 3 ? "new" : age < 25 ? (dice.chance(0.3) ? "qualified" : "working") : "unqualified";
        Fact rep = near.fact("owner");
        Fact lead = lead(rep, day, dice.weighted(stage.settings().weights("leads.sources")))
                .with("company", stage.words().one("strangers", dice))
                .with("territory", near.fact("territory"))
                .with("status", status)
                .with("score", dice.whole(10, 70));
        if (status.equals("unqualified")) {
            lead.with("rejection", stage.words().one("rejections", dice));
        }
        if (!status.equals("new")) {
            touched(lead, 1.8);
        }
    }

    private Fact lead(Fact rep, LocalDate day, String source) {
        OffsetDateTime at = stage.time().inOffice(day, dice);
        Fact lead = stage.add("leads");
        lead.with("name", stage.words().about("leads", dice, lead))
                .with("code", "X%05d".formatted(lead.number()))
                .with("owner", rep)
                .with("source", source)
                .with("at", at)
                .with("day", at.toLocalDate())
                .with("phone", Stage.phone(4, lead.number()))
                .with("mail", "x%05d@example.com".formatted(lead.number()));
        if (source.equals("campaign") || source.equals("exhibition")) {
            lead.with("campaign", latest(at.toLocalDate()));
        }
        return lead;
    }

    private @org.jspecify.annotations.Nullable Fact latest(LocalDate day) {
        List<Fact> before = stage.company().all("campaigns").stream()
                .filter(campaign -> !campaign.date("from").isAfter(day))
                .toList();
        return before.isEmpty() ? null : before.getLast();
    }

    private void touched(Fact lead, double slower) {
        Fact rep = lead.fact("owner");
        double speed = rep.value("speed") instanceof Double own ? own : 1;
        double minutes = dice.skewed(stage.settings().number("leads.responseMedian"), 0.8)
                * speed
                * slower
                * stage.settings()
                        .factor("response", Map.of("team", rep.fact("team").text("code")));
        long whole = Math.max(1, Math.round(minutes));
        OffsetDateTime at = lead.time("at").plusMinutes(whole);
        if (!at.isAfter(stage.time().now().toOffsetDateTime())) {
            lead.with("touched", at).with("minutes", BigDecimal.valueOf(whole));
        }
    }
}
