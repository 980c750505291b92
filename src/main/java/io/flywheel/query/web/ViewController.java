package io.flywheel.query.web;

import io.flywheel.http.Etag;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.query.view.KeptView;
import io.flywheel.query.view.SavedViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/views")
class ViewController {
    private final SavedViews views;

    ViewController(SavedViews views) {
        this.views = views;
    }

    record ViewFault(String path, String code, String message) {}

    /** @param name of a shared view its name as a definition, of one's own its id */
    record View(String name, boolean mine, int version, JsonNode document, List<ViewFault> faults) {
        static View of(SavedViews.Saved saved, Language language) {
            return new View(
                    saved.name(),
                    saved.mine(),
                    saved.version(),
                    saved.document(),
                    saved.faults().stream()
                            .map(fault -> new ViewFault(fault.path(), fault.code(), fault.message(language)))
                            .toList());
        }
    }

    record ViewList(List<View> views) {}

    @Operation(summary = "List the saved views of an object, shared ones and one's own, with what is wrong with each")
    @GetMapping
    ViewList list(Actor actor, @RequestParam String object) {
        return new ViewList(views.of(actor, object).stream()
                .map(saved -> View.of(saved, actor.language()))
                .toList());
    }

    @Operation(summary = "Keep a view for oneself; the body is a document of the kind view")
    @ApiResponse(responseCode = "201", description = "Kept")
    @PostMapping
    ResponseEntity<View> keep(Actor actor, @RequestBody JsonNode document) {
        return answer(HttpStatus.CREATED, views.keep(actor, document));
    }

    @Operation(summary = "Change the given properties of a view of one's own; null takes one out")
    @PatchMapping("/{id}")
    ResponseEntity<View> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestBody JsonNode properties,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(HttpStatus.OK, views.change(actor, id, Etag.expected(ifMatch), properties));
    }

    @Operation(summary = "Remove a view of one's own")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable UUID id) {
        views.remove(actor, id);
    }

    private static ResponseEntity<View> answer(HttpStatus status, KeptView kept) {
        return ResponseEntity.status(status)
                .header("ETag", Etag.of(kept.version()))
                .body(new View(kept.id().toString(), true, kept.version(), kept.document(), List.of()));
    }
}
