package io.flywheel.exchange.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command's arguments: {@code --name value}, {@code --name=value}, and the rest in order. */
record Options(Map<String, String> named, List<String> rest) {
    private static final Set<String> SWITCHES = Set.of("dry-run");

    static Options read(List<String> arguments, Set<String> known) {
        Map<String, String> named = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                rest.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = argument.substring(2, equals < 0 ? argument.length() : equals);
            if (!known.contains(name)) {
                throw new FlywheelCommand.Refusal("exchange.cli-option", Map.of("option", argument));
            }
            if (equals >= 0) {
                named.put(name, argument.substring(equals + 1));
            } else if (SWITCHES.contains(name)) {
                named.put(name, "true");
            } else if (i + 1 < arguments.size()) {
                named.put(name, arguments.get(++i));
            } else {
                throw new FlywheelCommand.Refusal("exchange.cli-value", Map.of("option", argument));
            }
        }
        return new Options(named, rest);
    }

    @Nullable
    String get(String name) {
        return named.get(name);
    }
}
