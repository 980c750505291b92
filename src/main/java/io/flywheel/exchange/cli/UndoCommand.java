package io.flywheel.exchange.cli;

import io.flywheel.kernel.Language;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code undo <import>}: takes an import back. */
final class UndoCommand {
    static final Set<String> OPTIONS = Set.of("url", "key");

    private final Options options;
    private final Client client;
    private final Watch watch;

    UndoCommand(Options options, Map<String, String> environment, Language language, PrintStream out) {
        this.options = options;
        this.client = new Client(options, environment, language);
        this.watch = new Watch(client, language, out);
    }

    int run() {
        if (options.rest().size() != 1 || !options.rest().getFirst().matches("[0-9a-fA-F-]{36}")) {
            throw new FlywheelCommand.Refusal("exchange.cli-undo", Map.of());
        }
        String id = options.rest().getFirst();
        client.delete("/api/imports/" + id);
        JsonNode state = watch.until(id);
        state.path("notes")
                .forEach(note -> watch.say(
                        "exchange.cli-note", Map.of("text", note.path("message").asString(""))));
        return state.path("status").asString("").equals("undone") ? FlywheelCommand.DONE : FlywheelCommand.FAILED;
    }
}
