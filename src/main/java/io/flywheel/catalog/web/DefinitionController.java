package io.flywheel.catalog.web;

import io.flywheel.catalog.Definition;
import io.flywheel.catalog.Definitions;
import io.flywheel.catalog.Kinds;
import io.flywheel.catalog.web.DefinitionViews.Entry;
import io.flywheel.catalog.web.DefinitionViews.KindListing;
import io.flywheel.catalog.web.DefinitionViews.Listing;
import io.flywheel.catalog.web.DefinitionViews.RevisionListing;
import io.flywheel.http.Etag;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Reads definitions and their revisions, and keeps drafts. */
@RestController
@RequestMapping("/api/definitions")
class DefinitionController {
    private final Definitions definitions;
    private final Kinds kinds;
    private final DefinitionRights rights;

    DefinitionController(Definitions definitions, Kinds kinds, DefinitionRights rights) {
        this.definitions = definitions;
        this.kinds = kinds;
        this.rights = rights;
    }

    @Operation(summary = "List the published definitions, without their documents")
    @GetMapping
    Listing all(Actor actor) {
        return new Listing(
                kinds.names(),
                definitions.all(actor.workspace()).stream()
                        .filter(definition -> visible(actor, definition))
                        .map(definition -> Entry.of(definition, null))
                        .toList());
    }

    @Operation(summary = "Read the published definitions of one kind")
    @GetMapping("/{kind}")
    KindListing ofKind(Actor actor, @PathVariable String kind) {
        known(kind);
        return new KindListing(
                kind,
                definitions.all(actor.workspace()).stream()
                        .filter(definition -> definition.kind().equals(kind) && visible(actor, definition))
                        .map(definition -> Entry.of(definition, rights.shown(actor, definition)))
                        .toList());
    }

    /** The document itself, so that what was read can be changed and put back. */
    @Operation(summary = "Read the document of a published definition")
    @GetMapping("/{kind}/{name}")
    ResponseEntity<JsonNode> one(Actor actor, @PathVariable String kind, @PathVariable String name) {
        Definition found = definitions
                .one(actor.workspace(), kind, name)
                .filter(definition -> visible(actor, definition))
                .orElseThrow(() -> none(kind, name));
        return ResponseEntity.ok().header("ETag", Etag.of(found.version())).body(rights.shown(actor, found));
    }

    @Operation(summary = "List the revisions of a definition")
    @GetMapping("/{kind}/{name}/revisions")
    RevisionListing revisions(Actor actor, @PathVariable String kind, @PathVariable String name) {
        rights.publish(actor);
        var found = definitions.revisions(actor.workspace(), kind, name);
        if (found.isEmpty()) {
            throw none(kind, name);
        }
        return new RevisionListing(found);
    }

    @Operation(summary = "Read the draft of a definition")
    @GetMapping("/{kind}/{name}/draft")
    JsonNode draft(Actor actor, @PathVariable String kind, @PathVariable String name) {
        rights.publish(actor);
        return definitions
                .draft(actor.workspace(), kind, name)
                .orElseThrow(() -> new Problem.NotFound("catalog.no-draft", Map.of("kind", kind, "name", name)));
    }

    @Operation(summary = "Keep a draft of a definition")
    @ApiResponse(responseCode = "204", description = "Kept")
    @PutMapping("/{kind}/{name}/draft")
    ResponseEntity<Void> keepDraft(
            Actor actor, @PathVariable String kind, @PathVariable String name, @RequestBody JsonNode document) {
        rights.publish(actor);
        known(kind);
        Given.document(document);
        definitions.keepDraft(actor.workspace(), actor.member(), kind, name, document);
        return ResponseEntity.noContent().build();
    }

    private void known(String kind) {
        if (kinds.kind(kind).isEmpty()) {
            throw new Problem.NotFound(
                    "catalog.unknown-kind", Map.of("kind", kind, "known", String.join(", ", kinds.names())));
        }
    }

    private boolean visible(Actor actor, Definition definition) {
        return definition.published() && rights.sees(actor, definition.kind(), definition.name());
    }

    static Problem.NotFound none(String kind, String name) {
        return new Problem.NotFound("catalog.no-such-definition", Map.of("kind", kind, "name", name));
    }
}
