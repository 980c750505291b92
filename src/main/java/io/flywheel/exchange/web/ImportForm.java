package io.flywheel.exchange.web;

import io.flywheel.exchange.file.ReadOptions;
import io.flywheel.exchange.job.Import;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parameters beside the file, read; everything wrong with them is said together. */
final class ImportForm {
    private static final Set<String> KNOWN = Set.of(
            "object", "mapping", "match", "mode", "onFault", "dryRun", "sheet", "separator", "charset", "header");

    private final Map<String, String[]> given;
    private final Faults faults = new Faults();

    private ImportForm(Map<String, String[]> given) {
        this.given = given;
    }

    /** @throws Problem.Invalid with every parameter that is wrong */
    static Import.Wish read(Map<String, String[]> given, String fileName) {
        return new ImportForm(given).wish(fileName);
    }

    private Import.Wish wish(String fileName) {
        given.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> faults.add(name, "exchange.parameter-unknown", "name", name));
        String object = text("object");
        if (object == null) {
            faults.add("object", "exchange.object-needed");
        }
        Import.Wish wish = new Import.Wish(
                object == null ? "" : object,
                mode(),
                match(),
                skips(),
                Boolean.TRUE.equals(yesNo("dryRun")),
                fileName,
                new ReadOptions(text("sheet"), raw("separator"), text("charset"), yesNo("header")),
                mapping());
        faults.refuse();
        return wish;
    }

    private @Nullable String raw(String name) {
        String[] values = given.get(name);
        return values == null || values.length == 0 || values[0].isEmpty() ? null : values[0];
    }

    private @Nullable String text(String name) {
        String raw = raw(name);
        return raw == null || raw.isBlank() ? null : raw.strip();
    }

    private Import.Mode mode() {
        String mode = text("mode");
        return switch (mode == null ? "insert" : mode.toLowerCase(Locale.ROOT)) {
            case "insert" -> Import.Mode.INSERT;
            case "update" -> Import.Mode.UPDATE;
            case "upsert" -> Import.Mode.UPSERT;
            default -> {
                faults.add("mode", "exchange.mode-unknown", "given", String.valueOf(mode));
                yield Import.Mode.INSERT;
            }
        };
    }

    private List<String> match() {
        String match = text("match");
        return match == null
                ? List.of()
                : Arrays.stream(match.split(","))
                        .map(String::strip)
                        .filter(field -> !field.isEmpty())
                        .toList();
    }

    private boolean skips() {
        String onFault = text("onFault");
        return switch (onFault == null ? "skip" : onFault) {
            case "skip" -> true;
            case "stop" -> false;
            default -> {
                faults.add("onFault", "exchange.on-fault-unknown", "given", String.valueOf(onFault));
                yield true;
            }
        };
    }

    private @Nullable Boolean yesNo(String name) {
        String text = text(name);
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> {
                faults.add(name, "exchange.yes-or-no", "given", String.valueOf(text));
                yield null;
            }
        };
    }

    private @Nullable JsonNode mapping() {
        String mapping = text("mapping");
        if (mapping == null) {
            return null;
        }
        try {
            return JsonMapper.shared().readTree(mapping);
        } catch (JacksonException broken) {
            faults.add(Fault.of("mapping", "exchange.mapping-json", "reason", broken.getOriginalMessage()));
            return null;
        }
    }
}
