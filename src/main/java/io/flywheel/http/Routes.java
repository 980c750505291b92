package io.flywheel.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects routes. A pattern is a path with {@code {variables}}, each a whole segment; a literal segment wins. */
public final class Routes {
    private final List<Route> all = new ArrayList<>();

    /** Answers one call. Any exception becomes a problem, unless the answer has begun. */
    @FunctionalInterface
    public interface Answering {
        void answer(Call call) throws IOException;
    }

    /** @param method such as {@code GET}, which answers {@code HEAD} as well */
    public record Route(String method, String pattern, Answering answering) {}

    public Routes get(String pattern, Answering answering) {
        return on("GET", pattern, answering);
    }

    public Routes post(String pattern, Answering answering) {
        return on("POST", pattern, answering);
    }

    public Routes put(String pattern, Answering answering) {
        return on("PUT", pattern, answering);
    }

    public Routes patch(String pattern, Answering answering) {
        return on("PATCH", pattern, answering);
    }

    public Routes delete(String pattern, Answering answering) {
        return on("DELETE", pattern, answering);
    }

    public Routes on(String method, String pattern, Answering answering) {
        all.add(new Route(method, pattern, answering));
        return this;
    }

    public List<Route> all() {
        return List.copyOf(all);
    }
}
