package io.flywheel.http.problem;

import io.flywheel.http.reader.Languages;
import io.flywheel.http.route.RouteTable;
import io.flywheel.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem instead of what it asked for. */
@Component
public class ProblemAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswer.class);
    private static final String TYPE = "application/problem+json";

    private final JsonMapper json;
    private final RouteTable routes;

    ProblemAnswer(JsonMapper json, RouteTable routes) {
        this.json = json;
        this.routes = routes;
    }

    /** Puts any exception into the reader's words. What is ours is logged under an incident id, and nothing of it leaks. */
    public void send(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        if (thrown instanceof AsyncRequestNotUsableException || isHungUp(thrown)) {
            return;
        }
        Trouble trouble = thrown instanceof NoResourceFoundException
                ? unknown(request)
                : Translation.of(thrown).orElseGet(() -> incident(request, thrown));
        send(request, response, trouble);
    }

    /** Answers a bare status, such as one that the container decided. */
    public void send(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        send(request, response, Trouble.of(status, "http.status-" + status, Map.of()));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, Trouble trouble) throws IOException {
        if (response.isCommitted()) {
            LOG.warn("The answer had begun when it failed with {}", trouble.code());
            throw new IOException("cut off: " + trouble.code());
        }
        byte[] body = json.writeValueAsBytes(ProblemBody.of(trouble, Languages.of(request)));
        response.resetBuffer();
        response.setStatus(trouble.status());
        if (trouble.retryAfter() != null) {
            response.setHeader(
                    "Retry-After",
                    String.valueOf(Math.max(1, trouble.retryAfter().toSeconds())));
        }
        if (!trouble.allow().isEmpty()) {
            response.setHeader("Allow", String.join(", ", trouble.allow()));
        }
        if (trouble.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setHeader("Content-Language", Languages.of(request).tag());
        response.setContentType(TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Trouble unknown(HttpServletRequest request) {
        List<String> methods = routes.methods(request.getServletPath());
        return methods.isEmpty() ? Trouble.of(404, "http.no-such-path", Map.of()) : Trouble.notAllowed(methods);
    }

    private static Trouble incident(HttpServletRequest request, Throwable thrown) {
        String incident = Ids.next().toString();
        LOG.error("Incident {} in {} {}", incident, request.getMethod(), request.getServletPath(), thrown);
        return Trouble.of(500, "http.incident", Map.of("incident", incident));
    }

    /** The reader went away: there is nobody to answer. */
    private static boolean isHungUp(Throwable thrown) {
        return thrown instanceof IOException
                && thrown.getClass().getSimpleName().equals("ClientAbortException");
    }
}
