package io.flywheel.http.web;

import io.flywheel.http.problem.ProblemAnswer;
import io.flywheel.kernel.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Names each request, so that a log line and an answer can be brought together, and notes the slow ones: by route, never
 * with values, addresses or names. The outermost rim: what escapes everything else becomes a problem here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String HEADER = "X-Request-Id";
    private static final String NAME = "request";

    private final ProblemAnswer problems;
    private final long slow;

    RequestLog(ProblemAnswer problems, @Value("${flywheel.slow-request:PT1S}") Duration slow) {
        this.problems = problems;
        this.slow = slow.toNanos();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String id = id(request.getHeader(HEADER));
        long start = System.nanoTime();
        response.setHeader(HEADER, id);
        MDC.put(NAME, id);
        try {
            chain.doFilter(request, response);
        } catch (Exception e) {
            problems.send(request, response, e);
        } finally {
            note(request, response, System.nanoTime() - start);
            MDC.remove(NAME);
        }
    }

    private void note(HttpServletRequest request, HttpServletResponse response, long nanos) {
        if (nanos > slow && !request.isAsyncStarted()) {
            Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LOG.warn(
                    "Slow: {} {} answered {} after {} ms",
                    request.getMethod(),
                    route == null ? "(no route)" : route,
                    response.getStatus(),
                    Duration.ofNanos(nanos).toMillis());
        }
    }

    private static String id(@Nullable String given) {
        return given != null && PLAIN.matcher(given).matches()
                ? given
                : Ids.next().toString();
    }
}
