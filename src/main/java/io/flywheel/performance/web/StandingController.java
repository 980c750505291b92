package io.flywheel.performance.web;

import io.flywheel.kernel.Actor;
import io.flywheel.performance.Funnel;
import io.flywheel.performance.Leaderboard;
import io.flywheel.performance.Progress;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where one stands: against a target, among others, and along a path of stages. */
@RestController
@RequestMapping("/api")
class StandingController {
    private final Progress.Reader progress;
    private final Leaderboard.Reader leaderboards;
    private final Funnel.Reader funnels;

    StandingController(Progress.Reader progress, Leaderboard.Reader leaderboards, Funnel.Reader funnels) {
        this.progress = progress;
        this.leaderboards = leaderboards;
        this.funnels = funnels;
    }

    @Operation(summary = "Read how a member or team stands against a target")
    @GetMapping("/metrics/{name}/progress")
    Progress progress(
            Actor actor,
            @PathVariable String name,
            @RequestParam String period,
            @RequestParam(defaultValue = "member") String by,
            @RequestParam(required = false) @Nullable UUID key) {
        return progress.of(actor, name, period, by, key);
    }

    @Operation(summary = "Rank members or teams by a metric")
    @GetMapping("/metrics/{name}/ranking")
    Leaderboard ranking(
            Actor actor,
            @PathVariable String name,
            @RequestParam String period,
            @RequestParam(defaultValue = "member") String by,
            @RequestParam(defaultValue = "value") String order) {
        return leaderboards.of(actor, name, period, by, order);
    }

    @Operation(summary = "Read how an object's records walked along their stages in a period")
    @GetMapping("/funnels/{name}")
    Funnel funnel(
            Actor actor,
            @PathVariable String name,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String where) {
        return funnels.of(actor, name, period, where);
    }
}
