package io.flywheel.catalog.web;

import io.flywheel.catalog.Definitions;
import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Publication;
import io.flywheel.catalog.Publications;
import io.flywheel.catalog.Revision;
import io.flywheel.catalog.reading.Schemas;
import io.flywheel.catalog.web.DefinitionViews.PublicationView;
import io.flywheel.http.Etag;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Publishes definitions, one or several at once; with {@code dryRun} it only says what would happen. */
@RestController
@RequestMapping("/api/definitions")
class PublicationController {
    private static final List<String> PROPERTIES = List.of("kind", "name", "document", "version");

    private final Publications publications;
    private final Definitions definitions;
    private final DefinitionRights rights;

    PublicationController(Publications publications, Definitions definitions, DefinitionRights rights) {
        this.publications = publications;
        this.definitions = definitions;
        this.rights = rights;
    }

    @Operation(summary = "Publish a definition; with dryRun only say what would happen")
    @PutMapping("/{kind}/{name}")
    ResponseEntity<PublicationView> publish(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestBody JsonNode document,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        Edit edit = Edit.publish(kind, name, Given.document(document)).expecting(Etag.expected(ifMatch));
        return answer(actor, List.of(edit), dryRun);
    }

    @Operation(summary = "Take a definition out of use")
    @DeleteMapping("/{kind}/{name}")
    ResponseEntity<PublicationView> retire(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        return answer(actor, List.of(Edit.retire(kind, name).expecting(Etag.expected(ifMatch))), dryRun);
    }

    /** Undo: publishes an earlier revision again. */
    @Operation(summary = "Publish an earlier revision of a definition again")
    @PostMapping("/{kind}/{name}/revisions/{version}/restoration")
    ResponseEntity<PublicationView> restore(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        rights.publish(actor);
        Revision revision = definitions.revisions(actor.workspace(), kind, name).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> DefinitionController.none(kind, name));
        return answer(actor, List.of(Edit.publish(kind, name, revision.document())), dryRun);
    }

    /** A list of {@code {kind, name, document, version?}}; no document takes the definition out of use. */
    @Operation(summary = "Publish several definitions together, or take them out of use")
    @PostMapping
    ResponseEntity<PublicationView> together(
            Actor actor, @RequestBody JsonNode list, @RequestParam(defaultValue = "false") boolean dryRun) {
        return answer(actor, edits(list), dryRun);
    }

    private static List<Edit> edits(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw new Problem.Malformed("catalog.list-expected", Map.of());
        }
        List<Edit> edits = new ArrayList<>();
        Faults faults = new Faults();
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            for (String property : item.propertyNames()) {
                if (!PROPERTIES.contains(property)) {
                    faults.add(Schemas.didYouMean(
                            "[" + i + "]", "catalog.unknown-property", "property", property, PROPERTIES));
                }
            }
            String kind = item.path("kind").asString("");
            String name = item.path("name").asString("");
            JsonNode document = item.get("document");
            if (kind.isEmpty() || name.isEmpty()) {
                faults.add(Fault.of(
                        "[" + i + "]", "catalog.missing-property", "property", kind.isEmpty() ? "kind" : "name"));
            }
            Integer version =
                    item.path("version").isInt() ? item.path("version").asInt() : null;
            edits.add(new Edit(
                    kind,
                    name,
                    document == null || document.isNull() ? null : Given.document(document),
                    version,
                    null));
        }
        faults.refuse();
        return edits;
    }

    private ResponseEntity<PublicationView> answer(Actor actor, List<Edit> edits, boolean dryRun) {
        rights.publish(actor);
        Publication publication = dryRun
                ? publications.plan(actor.workspace(), edits)
                : publications.publish(actor.workspace(), actor.member(), edits);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (!dryRun && edits.size() == 1 && publication.definitions().size() == 1) {
            answer.header("ETag", Etag.of(publication.definitions().getFirst().version()));
        }
        return answer.body(PublicationView.of(publication, !dryRun, actor.language()));
    }
}
