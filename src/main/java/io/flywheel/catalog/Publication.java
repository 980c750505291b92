package io.flywheel.catalog;

import io.flywheel.kernel.Language;
import io.flywheel.kernel.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a publication does, or would do.
 *
 * @param version of the catalogue after it
 * @param definitions those that differ from what was published before
 * @param steps what happens to tables and values
 */
public record Publication(long version, List<Changed> definitions, List<Step> steps) {
    public enum Action {
        PUBLISHED,
        RETIRED
    }

    /** @param version the definition's own, counted from 1 */
    public record Changed(String kind, String name, int version, Action action, List<Difference> differences) {}

    /**
     * @param change such as {@code addColumn}
     * @param code its words are in the catalogue's texts, as those of faults are
     */
    public record Step(
            String change, String object, @Nullable String field, String code, Map<String, Object> arguments) {
        public String message(Language language) {
            return Texts.text(language, code, arguments);
        }
    }
}
