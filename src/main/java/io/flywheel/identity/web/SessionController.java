package io.flywheel.identity.web;

import io.flywheel.identity.Accounts;
import io.flywheel.identity.Caller;
import io.flywheel.identity.Identities;
import io.flywheel.identity.Identity;
import io.flywheel.identity.Sessions;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final MeView me;

    SessionController(Accounts accounts, Sessions sessions, MeView me) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.me = me;
    }

    /** @param workspace null = the one used last */
    record SignIn(
            @Nullable String email,
            @Nullable String password,
            @Nullable UUID workspace) {}

    record SessionView(UUID id, Instant created, Instant seen, Instant expires, String userAgent, boolean current) {}

    record SessionList(List<SessionView> sessions) {}

    @Operation(summary = "Sign in")
    @SecurityRequirements
    @PostMapping("/api/session")
    ResponseEntity<Map<String, Object>> signIn(
            @RequestBody SignIn given,
            Language asked,
            HttpServletRequest request,
            @RequestHeader(value = HttpHeaders.USER_AGENT, defaultValue = "") String agent) {
        Faults faults = new Faults();
        String email = Given.text("email", given.email, faults);
        String password = Given.text("password", given.password, faults);
        faults.refuse();
        Accounts.Account account = accounts.signIn(email, password);
        Accounts.Membership membership = choose(accounts.memberships(account.id()), given.workspace);
        UUID workspace = membership.workspace().id();
        Sessions.Opened session = sessions.open(account.id(), workspace, membership.member(), agent);
        Language language = account.language() == null ? asked : account.language();
        Actor actor = new Actor(membership.workspace(), membership.member(), language);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.set(request, session.token()),
                        Identities.crossSiteCookie(session.token(), request.isSecure()))
                .body(me.of(actor, Identity.Kind.SESSION, account.id()));
    }

    @Operation(summary = "Sign out")
    @ApiResponse(responseCode = "204", description = "Signed out")
    @DeleteMapping("/api/session")
    ResponseEntity<Void> signOut(Caller caller, HttpServletRequest request) {
        sessions.end(accountOf(caller), caller.identity().credential());
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.clear(request))
                .build();
    }

    @Operation(summary = "List one's own sessions")
    @GetMapping("/api/sessions")
    SessionList list(Caller caller) {
        UUID current = caller.identity().credential();
        return new SessionList(sessions.of(accountOf(caller)).stream()
                .map(one -> new SessionView(
                        one.id(),
                        one.created(),
                        one.seen(),
                        one.expires(),
                        one.userAgent(),
                        one.id().equals(current)))
                .toList());
    }

    @Operation(summary = "End one of one's own sessions")
    @ApiResponse(responseCode = "204", description = "Ended")
    @DeleteMapping("/api/sessions/{id}")
    ResponseEntity<Void> end(Caller caller, @PathVariable UUID id) {
        if (!sessions.end(accountOf(caller), id)) {
            throw new Problem.NotFound("identity.no-such-session", Map.of());
        }
        return ResponseEntity.noContent().build();
    }

    private static UUID accountOf(Caller caller) {
        UUID account = caller.identity().account();
        if (account == null || caller.identity().kind() != Identity.Kind.SESSION) {
            throw new Problem.Forbidden("identity.only-by-session", Map.of());
        }
        return account;
    }

    private static Accounts.Membership choose(List<Accounts.Membership> all, @Nullable UUID workspace) {
        return all.stream()
                .filter(one -> workspace == null || one.workspace().id().equals(workspace))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("identity.no-such-workspace", Map.of()));
    }
}
