package io.flywheel.exchange.cli;

import io.flywheel.kernel.Language;
import io.flywheel.kernel.Texts;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Follows an import to its end and says how it goes. */
final class Watch {
    private static final Set<String> ENDED = Set.of("done", "failed", "undone");
    private static final long PAUSE = 300_000_000; // nanoseconds
    private static final int EVERY = 20_000;

    private final Client client;
    private final Language language;
    private final PrintStream out;

    Watch(Client client, Language language, PrintStream out) {
        this.client = client;
        this.language = language;
        this.out = out;
    }

    /** The import as it stands at its end. */
    JsonNode until(String id) {
        int shown = 0;
        while (true) {
            JsonNode state = client.get("/api/imports/" + id);
            if (ENDED.contains(state.path("status").asString(""))) {
                return state;
            }
            int read = state.path("read").asInt(0);
            if (read - shown >= EVERY) {
                shown = read;
                say(
                        "exchange.cli-progress",
                        Map.of("read", read, "total", state.path("total").asInt(0)));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    void say(String code, Map<String, Object> arguments) {
        out.println(Texts.text(language, code, arguments));
    }
}
