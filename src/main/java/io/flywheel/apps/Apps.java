package io.flywheel.apps;

import io.flywheel.apps.packaged.PackagedApps;
import io.flywheel.catalog.Definition;
import io.flywheel.catalog.Definitions;
import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Kinds.Document;
import io.flywheel.catalog.Publication;
import io.flywheel.catalog.Publications;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Installs and upgrades packaged apps by the cycle that an administrator uses. */
@Component
public class Apps {
    private final PackagedApps packaged = new PackagedApps();
    private final Publications publications;
    private final Definitions definitions;

    public Apps(Publications publications, Definitions definitions) {
        this.publications = publications;
        this.definitions = definitions;
    }

    /** @param conflicts by {@code kind/name}: places where the customer's change was kept against the app's */
    public record Installation(Publication publication, Map<String, List<Merge.Conflict>> conflicts) {}

    public Collection<App> all() {
        return packaged.all().values();
    }

    /** App → the version that a workspace has of it. */
    public Map<String, String> installed(Workspace workspace) {
        Map<String, String> versions = new TreeMap<>();
        for (Definition definition : definitions.all(workspace)) {
            if (definition.originApp() != null && definition.originVersion() != null) {
                versions.put(definition.originApp(), definition.originVersion());
            }
        }
        return versions;
    }

    /**
     * Installs or upgrades apps, and what they require, in one publication.
     *
     * @throws Problem.NotFound for an unknown app
     * @throws Problem.Invalid if what an app brings does not fit what the customer made
     */
    public Installation install(Workspace workspace, @Nullable UUID by, List<String> apps) {
        return with(workspace, apps, (space, edits) -> publications.publish(space, by, edits));
    }

    /** What {@link #install} would do. */
    public Installation plan(Workspace workspace, List<String> apps) {
        return with(workspace, apps, publications::plan);
    }

    private Installation with(
            Workspace workspace, List<String> names, BiFunction<Workspace, List<Edit>, Publication> publish) {
        for (String name : names) {
            if (packaged.app(name).isEmpty()) {
                throw new Problem.NotFound("apps.no-such-app", Map.of("app", name));
            }
        }
        Map<String, Definition> standing =
                definitions.all(workspace).stream().collect(Collectors.toMap(Definition::path, one -> one));
        Map<String, List<Merge.Conflict>> conflicts = new TreeMap<>();
        List<Edit> edits = new ArrayList<>();
        for (App app : packaged.withRequired(names)) {
            for (Document document : app.documents()) {
                Edit edit = edit(app, document, standing.get(document.path()), conflicts);
                if (edit != null) {
                    edits.add(edit);
                }
            }
        }
        return new Installation(publish.apply(workspace, edits), conflicts);
    }

    /** Null for one that the customer took out of use. */
    private static @Nullable Edit edit(
            App app, Document document, @Nullable Definition standing, Map<String, List<Merge.Conflict>> conflicts) {
        Edit.Origin origin = new Edit.Origin(app.name(), app.version(), document.content());
        if (standing == null || standing.document() == null) {
            return new Edit(document.kind(), document.name(), document.content(), null, origin);
        }
        if (!standing.published()) {
            return null;
        }
        Merge.Merged merged = Merge.of(standing.originDocument(), standing.document(), document.content());
        if (!merged.conflicts().isEmpty()) {
            conflicts.put(document.path(), merged.conflicts());
        }
        return new Edit(document.kind(), document.name(), merged.document(), standing.version(), origin);
    }
}
