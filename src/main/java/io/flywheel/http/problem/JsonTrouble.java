package io.flywheel.http.problem;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with JSON that was sent: not JSON at all (400), or JSON of another shape (422). */
final class JsonTrouble {
    private static final Pattern DUPLICATE = Pattern.compile("[Dd]uplicate Object property \"([^\"]*)\"");

    private JsonTrouble() {}

    static Trouble of(JacksonException cause) {
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(cause.getOriginalMessage()));
        if (duplicate.find()) {
            Map<String, Object> arguments = place(cause);
            arguments.put("name", duplicate.group(1));
            return Trouble.of(400, "http.duplicate-key", arguments);
        }
        return switch (cause) {
            case StreamConstraintsException ignored -> Trouble.of(400, "http.json-limit", place(cause));
            case UnrecognizedPropertyException unknown -> Trouble.invalid(unknown(unknown));
            case MismatchedInputException mismatch
            when !isNotOneDocument(mismatch) -> Trouble.invalid(mismatch(mismatch));
            default -> Trouble.of(400, "http.json-malformed", place(cause));
        };
    }

    /** Cut off, or followed by more: Jackson tells these from a wrong type only by its words. */
    private static boolean isNotOneDocument(MismatchedInputException cause) {
        String words = String.valueOf(cause.getOriginalMessage());
        return cause.getPath().isEmpty() && (words.contains("end-of-input") || words.contains("Trailing token"));
    }

    private static Fault unknown(UnrecognizedPropertyException cause) {
        List<String> known = cause.getKnownPropertyIds() == null
                ? List.of()
                : cause.getKnownPropertyIds().stream().map(String::valueOf).toList();
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("name", cause.getPropertyName());
        arguments.put("known", String.join(", ", known));
        Nearest.to(cause.getPropertyName(), known).ifPresent(near -> arguments.put("nearest", near));
        return new Fault(path(cause), "http.unknown-property", arguments);
    }

    private static Fault mismatch(MismatchedInputException cause) {
        Class<?> wanted = cause.getTargetType();
        return Fault.of(path(cause), "http.wrong-type." + kind(wanted == null ? Object.class : wanted));
    }

    private static String kind(Class<?> type) {
        if (type == String.class || type == Character.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "yes-no";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "number";
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "id";
            case "LocalDate" -> "date";
            case "Instant", "OffsetDateTime" -> "date-time";
            default -> List.class.isAssignableFrom(type) || type.isArray() ? "list" : "other";
        };
    }

    /** Such as {@code lines[2].amount}. */
    private static String path(DatabindException cause) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : cause.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static Map<String, Object> place(JacksonException cause) {
        TokenStreamLocation location = cause.getLocation();
        Map<String, Object> place = new HashMap<>();
        place.put("line", location == null ? 1 : Math.max(1, location.getLineNr()));
        place.put("column", location == null ? 1 : Math.max(1, location.getColumnNr()));
        return place;
    }
}
