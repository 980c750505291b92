package io.flywheel.demo.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The daily work: calls and visits along each deal, appointments in the days to come, tasks around today. */
final class Work {
    private final Stage stage;
    private final Dice dice;
    private final Map<String, Double> touches = new HashMap<>();

    Work(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice("work");
        stage.settings()
                .each(
                        "deals.steps",
                        step -> touches.put(
                                step.path("name").asString(),
                                step.path("touches").asDouble()));
    }

    void tell() {
        Map<Fact, List<Fact>> running = new LinkedHashMap<>();
        for (Fact move : stage.company().all("moves")) {
            if (move.value("since") instanceof OffsetDateTime since) {
                along(
                        move.fact("deal"),
                        move.text("from"),
                        since.toLocalDate(),
                        move.time("at").toLocalDate());
            }
        }
        for (Fact deal : stage.company().all("deals")) {
            if (deal.text("outcome").equals("open")) {
                along(
                        deal,
                        deal.text("step"),
                        deal.time("stepSince").toLocalDate(),
                        stage.time().today());
                running.computeIfAbsent(deal.fact("owner"), any -> new ArrayList<>())
                        .add(deal);
            }
        }
        running.forEach(this::ahead);
    }

    private void along(Fact deal, String step, LocalDate from, LocalDate to) {
        long days = java.time.temporal.ChronoUnit.DAYS.between(from, to);
        double pace = deal.fact("owner").value("pace") instanceof Double own ? own : 1;
        int count = dice.count(Math.min(days, 60) * touches.getOrDefault(step, 0.1) * pace);
        for (int i = 0; i < count; i++) {
            LocalDate day = stage.time().pastWorkday(from.plusDays(dice.between(0, (int) days)));
            Fact activity =
                    activity(deal, "activities.kinds").with("status", "done").with("day", day);
            double usual = stage.settings().number("activities.minutes." + activity.text("kind"));
            activity.with("minutes", BigDecimal.valueOf(Math.max(1, Math.round(dice.skewed(usual, 0.4)))))
                    .with("result", stage.words().one("results", dice));
            if (dice.chance(0.3)) {
                activity.with("next", stage.words().one("nextSteps", dice));
            }
        }
    }

    private Fact activity(Fact deal, String kinds) {
        String kind = dice.weighted(stage.settings().weights(kinds));
        Fact activity = stage.add("activities")
                .with("kind", kind)
                .with("deal", deal)
                .with("customer", deal.fact("customer"))
                .with("contact", deal.value("contact"))
                .with("owner", deal.fact("owner"));
        return activity.with("subject", stage.words().about(kind, dice, activity));
    }

    private void ahead(Fact owner, List<Fact> deals) {
        for (int i = dice.count(stage.settings().number("activities.planned")); i > 0; i--) {
            LocalDate day = stage.time().workday(stage.time().today().plusDays(dice.between(0, 9)));
            OffsetDateTime at = day.atTime(LocalTime.of(dice.between(9, 17), dice.pick(List.of(0, 30))))
                    .atZone(stage.time().zone())
                    .toOffsetDateTime();
            activity(dice.pick(deals), "activities.kinds")
                    .with("status", "planned")
                    .with("planned", at);
        }
        for (int i = dice.count(stage.settings().number("tasks.open")); i > 0; i--) {
            task(
                    dice.pick(deals),
                    stage.time().today().plusDays(dice.chance(0.2) ? -dice.between(1, 6) : dice.between(0, 12)),
                    null);
        }
        for (int i = dice.count(stage.settings().number("tasks.done")); i > 0; i--) {
            LocalDate done = stage.time().pastWorkday(stage.time().today().minusDays(dice.between(1, 40)));
            task(dice.pick(deals), done.plusDays(dice.between(-2, 4)), done);
        }
    }

    private void task(Fact deal, LocalDate due, @Nullable LocalDate done) {
        Fact task = stage.add("tasks")
                .with("owner", deal.fact("owner"))
                .with("customer", deal.fact("customer"))
                .with("deal", deal)
                .with("due", due)
                .with("done", done)
                .with("status", done != null ? "done" : dice.chance(0.25) ? "doing" : "open");
        task.with("priority", dice.chance(0.2) ? "high" : dice.chance(0.7) ? "normal" : "low")
                .with("subject", stage.words().about("tasks", dice, task));
    }
}
