package io.flywheel.identity.web;

import io.flywheel.identity.Sessions;
import io.flywheel.identity.SignUp;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SignUpController {
    private final SignUp signUp;
    private final Sessions sessions;

    SignUpController(SignUp signUp, Sessions sessions) {
        this.signUp = signUp;
        this.sessions = sessions;
    }

    record Wish(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String language,
            @Nullable String template,
            @Nullable Boolean sampleData) {}

    /** @param token a session's, to be sent as {@code Authorization: Bearer} */
    record Answer(MeView.WorkspaceView workspace, MemberView member, String token) {}

    record MemberView(UUID id) {}

    @Operation(summary = "Found a workspace and sign in as its administrator")
    @SecurityRequirements
    @PostMapping("/api/workspaces")
    @ResponseStatus(HttpStatus.CREATED)
    Answer found(
            @RequestBody Wish wish,
            Language asked,
            @RequestHeader(value = HttpHeaders.USER_AGENT, defaultValue = "") String agent) {
        Faults faults = new Faults();
        SignUp.Wish whole = new SignUp.Wish(
                Given.text("name", wish.name, faults),
                Given.text("email", wish.email, faults),
                Given.text("password", wish.password, faults),
                wish.language == null ? asked : Given.language("language", wish.language, faults),
                Objects.requireNonNullElse(wish.template, ""),
                Boolean.TRUE.equals(wish.sampleData));
        faults.refuse();
        SignUp.Founded founded = signUp.found(whole);
        Sessions.Opened session =
                sessions.open(founded.account(), founded.workspace().id(), founded.member(), agent);
        return new Answer(
                MeView.WorkspaceView.of(founded.workspace()), new MemberView(founded.member()), session.token());
    }
}
