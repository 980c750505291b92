package io.flywheel.access.web;

import io.flywheel.access.Access;
import io.flywheel.identity.Accounts;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import io.flywheel.people.Organisations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ways in for members; for administrators. */
@RestController
class MemberAccountController {
    private final Access access;
    private final Accounts accounts;
    private final Organisations organisations;

    MemberAccountController(Access access, Accounts accounts, Organisations organisations) {
        this.access = access;
        this.accounts = accounts;
        this.organisations = organisations;
    }

    record Wish(@Nullable String email, @Nullable String password) {}

    record Given(String email) {}

    @Operation(summary = "Let a member sign in with an e-mail and a first password")
    @PostMapping("/api/members/{member}/account")
    @ResponseStatus(HttpStatus.CREATED)
    Given give(Actor actor, @PathVariable UUID member, @RequestBody Wish wish) {
        administrates(actor, member);
        Faults faults = new Faults();
        String email = wish.email();
        String password = wish.password();
        if (email == null) {
            faults.add("email", "access.account-email-missing");
        }
        if (password == null) {
            faults.add("password", "access.account-password-missing");
        }
        faults.refuse();
        accounts.create(String.valueOf(email), String.valueOf(password), actor.workspace(), member);
        return new Given(String.valueOf(email));
    }

    @Operation(summary = "Take a member's way in: sessions and keys end")
    @ApiResponse(responseCode = "204", description = "Taken")
    @DeleteMapping("/api/members/{member}/account")
    ResponseEntity<Void> take(Actor actor, @PathVariable UUID member) {
        administrates(actor, member);
        if (member.equals(actor.member())) {
            throw new Problem.Forbidden("access.account-your-own", Map.of());
        }
        accounts.remove(actor.workspace(), member);
        return ResponseEntity.noContent().build();
    }

    private void administrates(Actor actor, UUID member) {
        if (!access.administers(actor)) {
            throw new Problem.Forbidden("access.administrators-only", Map.of());
        }
        organisations.forget(actor.workspace()); // who was entered a moment ago may not have been heard of here
        if (!organisations.of(actor.workspace()).knows(member)) {
            throw new Problem.NotFound("access.no-such-member", Map.of());
        }
    }
}
