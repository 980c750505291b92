package io.flywheel.identity.web;

import io.flywheel.identity.Accounts;
import io.flywheel.identity.Caller;
import io.flywheel.identity.Identity;
import io.flywheel.identity.Sessions;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final MeView me;

    MeController(Accounts accounts, Sessions sessions, MeView me) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.me = me;
    }

    /** What is left out stays. A new password needs the current one, and ends all other sessions. */
    record Change(
            @Nullable String language,
            @Nullable String password,
            @Nullable String currentPassword) {}

    @Operation(summary = "Read who is calling, and with what rights")
    @GetMapping("/api/me")
    Map<String, Object> me(Caller caller) {
        return me.of(caller.actor(), caller.identity().kind(), caller.identity().account());
    }

    @Operation(summary = "Change one's language or password")
    @PatchMapping("/api/me")
    Map<String, Object> change(Caller caller, @RequestBody Change change) {
        UUID account = caller.identity().account();
        if (account == null || caller.identity().kind() != Identity.Kind.SESSION) {
            throw new Problem.Forbidden("identity.only-by-session", Map.of());
        }
        Faults faults = new Faults();
        Language language = change.language == null
                ? caller.actor().language()
                : Given.language("language", change.language, faults);
        String current = change.password == null ? "" : Given.text("currentPassword", change.currentPassword, faults);
        faults.refuse();
        if (change.password != null) {
            accounts.setPassword(account, current, change.password);
            sessions.endAll(account, caller.identity().credential());
        }
        if (change.language != null) {
            accounts.setLanguage(account, language);
        }
        Actor actor = new Actor(caller.actor().workspace(), caller.actor().member(), language);
        return me.of(actor, caller.identity().kind(), account);
    }
}
