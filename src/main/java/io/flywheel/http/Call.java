package io.flywheel.http;

import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a {@link Routes.Route}: who calls, what was asked, and the way to answer.
 *
 * @param variables of the pattern, decoded
 */
public record Call(
        Actor actor, Map<String, String> variables, HttpServletRequest request, HttpServletResponse response) {
    public static final String JSON = "application/json";

    /** A variable of the pattern. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the pattern has no {" + name + "}");
        }
        return value;
    }

    /** A query parameter, null if absent. */
    public @Nullable String parameter(String name) {
        return request.getParameter(name);
    }

    /** The names of all query parameters, so that an unknown one can be refused. */
    public List<String> parameterNames() {
        return List.copyOf(request.getParameterMap().keySet());
    }

    /** @throws Problem.Malformed for a parameter that is none of these: one with a typing error must not be overlooked */
    public void knows(String... known) {
        for (String name : parameterNames()) {
            if (!List.of(known).contains(name)) {
                throw new Problem.Malformed(
                        "http.unknown-parameter",
                        Map.of("name", name, "known", known.length == 0 ? "–" : String.join(", ", known)));
            }
        }
    }

    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    /** The version that {@code If-Match} expects, null for any. */
    public @Nullable Integer expectedVersion() {
        return Etag.expected(request.getHeader("If-Match"));
    }

    /** The body of a call that sends JSON, a stream that fails with {@link Problem.TooLarge} beyond the limit. */
    public InputStream json() throws IOException {
        String type = request.getContentType();
        if (type != null && !type.contains("json")) {
            throw new Problem.Malformed("http.not-json", Map.of("given", type));
        }
        return request.getInputStream();
    }

    /** Answers whole: one write with its length. */
    public void send(int status, byte[] json) throws IOException {
        send(status, json, json.length);
    }

    /** As {@link #send(int, byte[])}, the first {@code length} bytes only. */
    public void send(int status, byte[] json, int length) throws IOException {
        response.setStatus(status);
        response.setContentType(JSON);
        response.setContentLength(length);
        response.getOutputStream().write(json, 0, length);
    }

    /** Answers 204, without a body. */
    public void sendNothing() {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    public void etag(int version) {
        response.setHeader("ETag", Etag.of(version));
    }
}
