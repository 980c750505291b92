package io.flywheel.identity.web;

import io.flywheel.identity.Identities;
import io.flywheel.identity.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session's token: unreadable for scripts, not sent along from other sites. */
final class SessionCookie {
    private SessionCookie() {}

    static String set(HttpServletRequest request, String token) {
        return cookie(request, token, Sessions.LIFE);
    }

    static String clear(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    private static String cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(Identities.COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
