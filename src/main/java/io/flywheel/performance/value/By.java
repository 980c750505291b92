package io.flywheel.performance.value;

import io.flywheel.kernel.Problem;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a metric is divided by. */
public sealed interface By {
    /** nothing: one value */
    record Whole() implements By {}

    /** @param among only these members; null = whoever has a record */
    record Member(@Nullable Set<UUID> among) implements By {
        Member() {
            this(null);
        }
    }

    /**
     * members, each with everything in the territories assigned to them on its day, and below those; what several are
     * assigned to counts in full for each
     */
    record Assigned() implements By {}

    /** teams, each with all teams below it */
    record Team() implements By {}

    /** territories, each with all territories below it */
    record Territory() implements By {}

    /** any expression over the metric's records */
    record Dimension(String expression) implements By {}

    /**
     * @param basis {@code own} (or null): what is credited to a member; {@code territory}: what is in the territories
     *     of a member
     */
    static By of(@Nullable String text, @Nullable String basis) {
        if (basis == null || basis.equals(TargetReader.OWN)) {
            return of(text);
        }
        if (basis.equals(TargetReader.TERRITORY) && "member".equals(text)) {
            return new Assigned();
        }
        throw new Problem.Malformed("performance.basis-unreadable", Map.of("basis", basis));
    }

    /** The target's basis that goes with it. */
    default String basis() {
        return this instanceof Assigned ? TargetReader.TERRITORY : TargetReader.OWN;
    }

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
