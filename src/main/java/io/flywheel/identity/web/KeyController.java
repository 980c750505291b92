package io.flywheel.identity.web;

import io.flywheel.identity.ApiKeys;
import io.flywheel.identity.Caller;
import io.flywheel.identity.Identity;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KeyController {
    private final ApiKeys keys;

    KeyController(ApiKeys keys) {
        this.keys = keys;
    }

    /** @param expires null = never */
    record Wish(@Nullable String name, @Nullable Instant expires) {}

    /** @param key the secret itself, shown this once */
    record Created(
            UUID id, String name, String prefix, @Nullable Instant expires, String key) {}

    record KeyList(List<ApiKeys.Key> keys) {}

    @Operation(summary = "Make an API key, which is shown this once")
    @PostMapping("/api/keys")
    @ResponseStatus(HttpStatus.CREATED)
    Created create(Caller caller, @RequestBody Wish wish) {
        if (caller.identity().kind() == Identity.Kind.KEY) {
            throw new Problem.Forbidden("identity.only-by-session", Map.of());
        }
        Faults faults = new Faults();
        String name = Given.text("name", wish.name, faults);
        faults.refuse();
        ApiKeys.Created made = keys.create(caller.actor(), name, wish.expires);
        ApiKeys.Key key = made.key();
        return new Created(key.id(), key.name(), key.prefix(), key.expires(), made.secret());
    }

    @Operation(summary = "List the API keys by name and beginning")
    @GetMapping("/api/keys")
    KeyList list(Actor actor) {
        return new KeyList(keys.of(actor));
    }

    @Operation(summary = "Revoke an API key")
    @ApiResponse(responseCode = "204", description = "Revoked")
    @DeleteMapping("/api/keys/{id}")
    ResponseEntity<Void> revoke(Actor actor, @PathVariable UUID id) {
        if (!keys.revoke(actor, id)) {
            throw new Problem.NotFound("identity.no-such-key", Map.of());
        }
        return ResponseEntity.noContent().build();
    }
}
