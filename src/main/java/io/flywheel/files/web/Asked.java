package io.flywheel.files.web;

import io.flywheel.http.Call;
import io.flywheel.kernel.Problem;
import java.util.Map;
import java.util.UUID;

/** What a call names. A text that is no id names nothing. */
final class Asked {
    private static final int LENGTH = 36;

    private Asked() {}

    static UUID file(Call call) {
        return id(call, "files.no-such-file");
    }

    static UUID record(Call call) {
        return id(call, "files.no-such-record");
    }

    private static UUID id(Call call, String otherwise) {
        String text = call.variable("id");
        try {
            if (text.length() == LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            // answered below
        }
        throw new Problem.NotFound(otherwise, Map.of());
    }

    static int width(Call call, int otherwise) {
        String text = call.parameter("width");
        try {
            return text == null || text.isBlank() ? otherwise : Math.max(1, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new Problem.Malformed("files.width-no-number", Map.of("given", text));
        }
    }
}
