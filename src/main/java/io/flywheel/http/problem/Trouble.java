package io.flywheel.http.problem;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request failed with, before it is put into words.
 *
 * @param status of HTTP
 * @param retryAfter when to try again, if it is a matter of time
 * @param allow the methods that the path knows, for 405
 */
record Trouble(
        int status,
        String code,
        Map<String, Object> arguments,
        List<Fault> faults,
        @Nullable Duration retryAfter,
        List<String> allow) {

    static Trouble of(int status, String code, Map<String, Object> arguments) {
        return new Trouble(status, code, arguments, List.of(), null, List.of());
    }

    static Trouble invalid(Fault fault) {
        return of(new Problem.Invalid(fault));
    }

    static Trouble notAllowed(List<String> allow) {
        return new Trouble(405, "http.method", Map.of("allowed", String.join(", ", allow)), List.of(), null, allow);
    }

    static Trouble of(Problem problem) {
        Map<String, Object> arguments = problem.arguments();
        return switch (problem) {
            case Problem.Malformed it -> of(400, it.code(), arguments);
            case Problem.Unauthenticated it -> of(401, it.code(), arguments);
            case Problem.Forbidden it -> of(403, it.code(), arguments);
            case Problem.NotFound it -> of(404, it.code(), arguments);
            case Problem.Conflict it -> of(409, it.code(), arguments);
            case Problem.TooLarge it -> of(413, it.code(), arguments);
            case Problem.Invalid it -> new Trouble(422, it.code(), arguments, it.faults(), null, List.of());
            case Problem.Busy it ->
                new Trouble(it.ours() ? 503 : 429, it.code(), arguments, List.of(), it.retryAfter(), List.of());
        };
    }
}
