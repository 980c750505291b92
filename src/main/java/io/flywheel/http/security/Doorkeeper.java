package io.flywheel.http.security;

import io.flywheel.http.OpenRoute;
import io.flywheel.http.problem.ProblemAnswer;
import io.flywheel.http.reader.Callers;
import io.flywheel.http.reader.Languages;
import io.flywheel.identity.Caller;
import io.flywheel.identity.Identities;
import io.flywheel.identity.Identity;
import io.flywheel.kernel.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Lets in who may come in: finds the caller behind a cookie or {@code Authorization: Bearer}, keeps other sites and
 * the too eager out. Closed by default: only pages (a GET outside {@code /api} and {@code /actuator}) and open routes
 * need no session.
 */
final class Doorkeeper extends GenericFilterBean {
    private static final String BEARER = "Bearer ";

    private final Identities identities;
    private final ProblemAnswer problems;
    private final Set<String> open;
    private final Rate calls;
    private final Rate signIns;

    Doorkeeper(Identities identities, ProblemAnswer problems, Stream<OpenRoute> open, Limits limits) {
        this.identities = identities;
        this.problems = problems;
        this.open = open.map(route -> route.method() + " " + route.path()).collect(Collectors.toUnmodifiableSet());
        this.calls = new Rate(limits.perMinute(), System::nanoTime);
        this.signIns = new Rate(limits.signInsPerMinute(), System::nanoTime);
    }

    @Override
    public void doFilter(
            jakarta.servlet.ServletRequest asked, jakarta.servlet.ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answered;
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            try {
                check(request, response);
            } catch (RuntimeException problem) {
                problems.send(request, response, problem);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void check(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getServletPath();
        if (isPage(request, path)) {
            return;
        }
        String bearer = bearer(request);
        if (bearer == null && !CrossSite.isSafe(request)) {
            CrossSite.checkOrigin(request);
        }
        boolean isOpen = open.contains(request.getMethod() + " " + path);
        String session = bearer == null ? Cookies.find(request, Identities.COOKIE) : null;
        String token = bearer == null ? session : bearer;
        Optional<Identity> identity = token == null ? Optional.empty() : identities.of(token);
        if (identity.isPresent()) {
            enter(request, response, identity.get(), isOpen ? null : session);
        }
        if (isOpen) {
            slowDown(CrossSite.isSafe(request) ? calls : signIns, Address.of(request));
        } else if (identity.isEmpty()) {
            slowDown(calls, Address.of(request));
            throw new Problem.Unauthenticated("http.sign-in-first");
        }
    }

    private void enter(
            HttpServletRequest request, HttpServletResponse response, Identity identity, @Nullable String session) {
        Callers.set(request, new Caller(identity.actor(Languages.of(request)), identity));
        slowDown(calls, identity.credential().toString());
        if (session != null) {
            if (!CrossSite.isSafe(request)) {
                CrossSite.checkToken(request, session);
            }
            CrossSite.renewToken(request, response, session);
        }
    }

    /** What the browser shows, which is the same for everybody. Decided by the decoded path, as controllers are. */
    private static boolean isPage(HttpServletRequest request, String path) {
        return CrossSite.isSafe(request)
                && !path.equals("/api")
                && !path.startsWith("/api/")
                && !path.startsWith("/actuator");
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? header.substring(BEARER.length()).strip() : null;
    }

    private static void slowDown(Rate rate, String name) {
        Duration wait = rate.take(name);
        if (!wait.isZero()) {
            throw new Problem.Busy("http.too-many-requests", wait.plusSeconds(1), false);
        }
    }
}
