package io.flywheel.apps;

import io.flywheel.catalog.Publication;
import io.flywheel.catalog.Publishers;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Packaged apps over HTTP: what there is, what is installed, and installing or upgrading one. */
@RestController
@RequestMapping("/api/apps")
class AppController {
    private final Apps apps;
    private final ObjectProvider<Publishers> publishers;

    AppController(Apps apps, ObjectProvider<Publishers> publishers) {
        this.apps = apps;
        this.publishers = publishers;
    }

    /** @param installed the version the workspace has, null if none */
    record AppView(
            String name,
            String label,
            String description,
            String version,
            @Nullable String installed,
            List<String> requires) {}

    record AppListing(List<AppView> apps) {}

    record ChangedView(String kind, String name, int version) {}

    record InstallationView(
            boolean published,
            List<ChangedView> definitions,
            List<String> steps,
            Map<String, List<Merge.Conflict>> conflicts) {}

    @Operation(summary = "List the packaged apps and what is installed of them")
    @GetMapping
    AppListing all(Actor actor) {
        Map<String, String> installed = apps.installed(actor.workspace());
        return new AppListing(apps.all().stream()
                .map(app -> new AppView(
                        app.name(),
                        app.label().in(actor.language()),
                        app.description().in(actor.language()),
                        app.version(),
                        installed.get(app.name()),
                        app.requires()))
                .toList());
    }

    @Operation(summary = "Install or upgrade an app; with dryRun only say what would happen")
    @PutMapping("/{app}")
    InstallationView install(
            Actor actor, @PathVariable String app, @RequestParam(defaultValue = "false") boolean dryRun) {
        if (publishers.stream().noneMatch(one -> one.mayPublish(actor))) {
            throw new Problem.Forbidden("catalog.may-not-publish", Map.of());
        }
        Apps.Installation done = dryRun
                ? apps.plan(actor.workspace(), List.of(app))
                : apps.install(actor.workspace(), actor.member(), List.of(app));
        Publication publication = done.publication();
        return new InstallationView(
                !dryRun,
                publication.definitions().stream()
                        .map(one -> new ChangedView(one.kind(), one.name(), one.version()))
                        .toList(),
                publication.steps().stream()
                        .map(step -> step.message(actor.language()))
                        .toList(),
                done.conflicts());
    }
}
