package io.flywheel.http.web;

import io.flywheel.http.Call;
import io.flywheel.http.problem.ProblemAnswer;
import io.flywheel.http.reader.Callers;
import io.flywheel.http.route.RouteTable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Leads a request to its route, before any controller is asked. */
@Component
class RouteMapping extends AbstractHandlerMapping {
    private final RouteTable routes;
    private final ProblemAnswer problems;

    RouteMapping(RouteTable routes, ProblemAnswer problems) {
        this.routes = routes;
        this.problems = problems;
        setOrder(-10);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        RouteTable.Match match = routes.find(request.getMethod(), request.getServletPath());
        if (match == null) {
            return null;
        }
        request.setAttribute(
                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, match.route().pattern());
        return (HttpRequestHandler) (asked, response) -> answer(match, asked, response);
    }

    /** The rim of a request: whatever is thrown becomes a problem. */
    private void answer(RouteTable.Match match, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            Call call = new Call(Callers.require(request).actor(), match.variables(), request, response);
            match.route().answering().answer(call);
        } catch (Exception e) {
            problems.send(request, response, e);
        }
    }
}
