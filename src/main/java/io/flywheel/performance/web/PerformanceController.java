package io.flywheel.performance.web;

import io.flywheel.kernel.Actor;
import io.flywheel.performance.MetricRecords;
import io.flywheel.performance.MetricValues;
import io.flywheel.performance.Metrics;
import io.flywheel.performance.Scorecards;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class PerformanceController {
    private final Metrics metrics;
    private final Scorecards scorecards;

    PerformanceController(Metrics metrics, Scorecards scorecards) {
        this.metrics = metrics;
        this.scorecards = scorecards;
    }

    record MetricList(List<MetricValues.About> metrics) {}

    record ScorecardList(List<Scorecards.About> scorecards) {}

    @Operation(summary = "List the metrics")
    @GetMapping("/metrics")
    MetricList metrics(Actor actor) {
        return new MetricList(metrics.list(actor));
    }

    @Operation(summary = "Read a metric's values in a period")
    @GetMapping("/metrics/{name}/values")
    MetricValues values(
            Actor actor,
            @PathVariable String name,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String basis,
            @RequestParam(required = false) @Nullable String grain) {
        return metrics.values(actor, name, period, by, basis, grain);
    }

    @Operation(summary = "Read the records behind a metric's value")
    @GetMapping("/metrics/{name}/records")
    MetricRecords records(
            Actor actor,
            @PathVariable String name,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String basis,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        return metrics.records(actor, name, period, by, basis, key, limit, offset);
    }

    @Operation(summary = "List the scorecards")
    @GetMapping("/scorecards")
    ScorecardList scorecards(Actor actor) {
        return new ScorecardList(scorecards.list(actor));
    }

    @Operation(summary = "Read a scorecard's ranking in a period")
    @GetMapping("/scorecards/{name}")
    Scorecards.Board board(Actor actor, @PathVariable String name, @RequestParam String period) {
        return scorecards.board(actor, name, period);
    }

    @Operation(summary = "Read one member's sheet of a scorecard in a period")
    @GetMapping("/scorecards/{name}/members/{id}")
    Scorecards.Sheet sheet(Actor actor, @PathVariable String name, @PathVariable UUID id, @RequestParam String period) {
        return scorecards.sheet(actor, name, id, period);
    }
}
