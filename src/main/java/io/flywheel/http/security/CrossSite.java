package io.flywheel.http.security;

import io.flywheel.identity.Identities;
import io.flywheel.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Keeps other sites from acting with a signed-in browser's cookie. A call that changes something by cookie must repeat
 * in {@code X-XSRF-TOKEN} what the cookie {@code XSRF-TOKEN} says. That value is derived from the session's secret, so
 * another site can neither read nor plant it. Calls by {@code Authorization} need nothing: a browser never adds that.
 */
final class CrossSite {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private CrossSite() {}

    static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** Refuses what the browser itself says comes from another site; counts without a session too (signing in). */
    static void checkOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean foreign = site != null
                ? site.equals("cross-site") || site.equals("same-site")
                : origin != null && !isOwn(request, origin);
        if (foreign) {
            throw new Problem.Forbidden("http.other-site", Map.of());
        }
    }

    static void checkToken(HttpServletRequest request, String session) {
        String given = request.getHeader("X-XSRF-TOKEN");
        if (given == null || !equal(given, Identities.crossSiteToken(session))) {
            throw new Problem.Forbidden("http.cross-site-token", Map.of());
        }
    }

    /** Hands the browser its token if it does not hold the right one. */
    static void renewToken(HttpServletRequest request, HttpServletResponse response, String session) {
        String held = Cookies.find(request, Identities.CROSS_SITE_COOKIE);
        if (held == null || !equal(held, Identities.crossSiteToken(session))) {
            response.addHeader(HttpHeaders.SET_COOKIE, Identities.crossSiteCookie(session, request.isSecure()));
        }
    }

    private static boolean isOwn(HttpServletRequest request, String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority()).equalsIgnoreCase(host(request));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static @Nullable String host(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.HOST);
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
