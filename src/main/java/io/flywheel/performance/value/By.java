package io.flywheel.performance.value;

import org.jspecify.annotations.Nullable;

/** What a metric is divided by. */
public sealed interface By {
    /** nothing: one value */
    record Whole() implements By {}

    record Member() implements By {}

    /** teams, each with all teams below it */
    record Team() implements By {}

    /** territories, each with all territories below it */
    record Territory() implements By {}

    /** any expression over the metric's records */
    record Dimension(String expression) implements By {}

    static By of(@Nullable String text) {
        return switch (text) {
            case null -> new Whole();
            case "" -> new Whole();
            case "member" -> new Member();
            case "team" -> new Team();
            case "territory" -> new Territory();
            default -> new Dimension(text);
        };
    }
}
