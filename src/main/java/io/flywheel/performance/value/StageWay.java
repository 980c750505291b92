package io.flywheel.performance.value;

import io.flywheel.catalog.ObjectDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A stage path whose moves are kept as records of another object.
 *
 * @param field that holds the stage
 * @param outcomes stage → {@code open}, {@code won} or {@code lost}, in the path's order
 */
record StageWay(String field, Map<String, String> outcomes, Events events) {
    private static final String FACILITY = "stagePath";

    /** Which fields of {@code object} tell which record moved from where to where, and when. */
    record Events(String object, String record, String from, String to, String at) {
        List<String> fields() {
            return List.of(record, from, to, at);
        }
    }

    /** Empty without a path, or if any part of its moves is not kept. */
    static Optional<StageWay> of(ObjectDefinition object) {
        JsonNode path = object.facilities().get(FACILITY);
        JsonNode events = path == null ? null : path.get("events");
        if (path == null || events == null) {
            return Optional.empty();
        }
        Map<String, String> outcomes = new LinkedHashMap<>();
        path.path("stages")
                .properties()
                .forEach(stage -> outcomes.put(
                        stage.getKey(), stage.getValue().path("outcome").asString("open")));
        Events kept = new Events(
                events.path("object").asString(""),
                events.path("record").asString(""),
                events.path("from").asString(""),
                events.path("to").asString(""),
                events.path("at").asString(""));
        boolean whole =
                Stream.concat(Stream.of(kept.object()), kept.fields().stream()).noneMatch(String::isEmpty);
        return whole ? Optional.of(new StageWay(path.path("field").asString(""), outcomes, kept)) : Optional.empty();
    }

    /** The open stages in their order, then those that win. */
    List<String> steps() {
        List<String> steps = new ArrayList<>(of("open"));
        steps.addAll(of("won"));
        return steps;
    }

    List<String> lost() {
        return of("lost");
    }

    private List<String> of(String outcome) {
        return outcomes.entrySet().stream()
                .filter(stage -> stage.getValue().equals(outcome))
                .map(Map.Entry::getKey)
                .toList();
    }
}
