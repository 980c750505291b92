package io.flywheel.exchange.cli;

import io.flywheel.kernel.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code import <object> <file>}: sends a file, follows the job, says the counts, keeps the refused rows. */
final class ImportCommand {
    static final Set<String> OPTIONS = Set.of(
            "url",
            "key",
            "mapping",
            "match",
            "mode",
            "on-fault",
            "dry-run",
            "sheet",
            "separator",
            "charset",
            "header",
            "refused");

    private final Options options;
    private final Client client;
    private final Watch watch;

    ImportCommand(Options options, Map<String, String> environment, Language language, PrintStream out) {
        this.options = options;
        this.client = new Client(options, environment, language);
        this.watch = new Watch(client, language, out);
    }

    int run() {
        if (options.rest().size() != 2) {
            throw new FlywheelCommand.Refusal("exchange.cli-import", Map.of());
        }
        Path file = Path.of(options.rest().get(1));
        if (!Files.isRegularFile(file)) {
            throw new FlywheelCommand.Refusal("exchange.cli-no-file", Map.of("file", file));
        }
        try {
            JsonNode started = client.upload("/api/imports", file, fields());
            started.path("fields")
                    .properties()
                    .forEach(entry -> watch.say(
                            "exchange.cli-column",
                            Map.of("column", entry.getKey(), "fields", names(entry.getValue()))));
            return ended(watch.until(started.path("id").asString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String names(JsonNode fields) {
        StringBuilder names = new StringBuilder();
        fields.forEach(field -> names.append(names.isEmpty() ? "" : ", ").append(field.asString()));
        return names.toString();
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("object", options.rest().getFirst());
        for (String name : Set.of("match", "mode", "sheet", "separator", "charset", "header")) {
            put(fields, name, options.get(name));
        }
        put(fields, "onFault", options.get("on-fault"));
        put(fields, "dryRun", options.get("dry-run"));
        String mapping = options.get("mapping");
        boolean inline = mapping == null || mapping.stripLeading().startsWith("{");
        put(fields, "mapping", inline ? mapping : Files.readString(Path.of(mapping)));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private int ended(JsonNode state) throws IOException {
        String id = state.path("id").asString();
        int refused = state.path("refused").asInt(0);
        Map<String, Object> counts = new LinkedHashMap<>();
        for (String name : Set.of("read", "created", "updated", "refused")) {
            counts.put(name, state.path(name).asInt(0));
        }
        counts.put("id", id);
        counts.put("status", state.path("status").asString());
        watch.say(state.path("dryRun").asBoolean(false) ? "exchange.cli-checked" : "exchange.cli-done", counts);
        for (String kind : new String[] {"notes", "faults"}) {
            state.path(kind)
                    .forEach(one -> watch.say(
                            "exchange.cli-note",
                            Map.of("text", one.path("message").asString(""))));
        }
        state.path("missing").forEach(this::missing);
        if (refused > 0) {
            String to = options.get("refused");
            Path kept = Path.of(to == null ? options.rest().get(1) + ".refused.csv" : to);
            client.download("/api/imports/" + id + "/refused", kept);
            watch.say("exchange.cli-refused", Map.of("refused", refused, "file", kept));
        }
        boolean failed = !state.path("status").asString("").equals("done");
        return failed ? FlywheelCommand.FAILED : refused > 0 ? FlywheelCommand.SOME_REFUSED : FlywheelCommand.DONE;
    }

    private void missing(JsonNode key) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("field", key.path("field").asString(""));
        arguments.put("value", key.path("value").asString(""));
        arguments.put("rows", key.path("rows").asInt(0));
        arguments.put("near", key.path("suggestion").asString("–"));
        watch.say("exchange.cli-missing", arguments);
    }
}
