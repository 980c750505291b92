package io.flywheel.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Label;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Texts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 has it, in the reader's language.
 *
 * @param title the kind, the same for every problem of one status; {@code message} says what happened
 * @param details what the words name, for programs
 * @param hint what to try, such as the nearest known name, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemBody(
        String type,
        String title,
        int status,
        String code,
        String message,
        @Nullable Map<String, Object> details,
        @Nullable String hint,
        @Nullable List<FaultBody> faults) {
    /** An argument of this name is a known word near a mistyped one. */
    private static final String NEAREST = "nearest";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FaultBody(
            String path,
            String code,
            String message,
            @Nullable String hint) {}

    static ProblemBody of(Trouble trouble, Language language) {
        Map<String, Object> arguments = trouble.arguments();
        return new ProblemBody(
                "urn:flywheel:problem:" + trouble.code(),
                Texts.text(language, "http.status-" + trouble.status(), Map.of()),
                trouble.status(),
                trouble.code(),
                Texts.text(language, trouble.code(), arguments),
                arguments.isEmpty() ? null : plain(arguments, language),
                hint(trouble.code(), arguments, language),
                trouble.faults().isEmpty()
                        ? null
                        : trouble.faults().stream()
                                .map(fault -> body(fault, language))
                                .toList());
    }

    private static FaultBody body(Fault fault, Language language) {
        return new FaultBody(
                fault.path(), fault.code(), fault.message(language), hint(fault.code(), fault.arguments(), language));
    }

    private static @Nullable String hint(String code, Map<String, Object> arguments, Language language) {
        if (arguments.get(NEAREST) instanceof String near && !near.isBlank()) {
            return Texts.text(language, "http.did-you-mean", Map.of(NEAREST, near));
        }
        String hint = code + ".hint";
        return Texts.has(language, hint) ? Texts.text(language, hint, arguments) : null;
    }

    private static Map<String, Object> plain(Map<String, Object> arguments, Language language) {
        Map<String, Object> plain = new TreeMap<>();
        arguments.forEach((name, value) -> plain.put(name, plain(value, language)));
        return plain;
    }

    private static Object plain(Object value, Language language) {
        return switch (value) {
            case Label label -> label.in(language);
            case Number number -> number;
            case Boolean truth -> truth;
            case List<?> list -> list;
            case Map<?, ?> map -> map;
            default -> value.toString();
        };
    }
}
