package io.flywheel.catalog;

import io.flywheel.kernel.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the page and the form of one object's records are laid out. Where an object has several, the first by name counts;
 * where it has none, all fields are shown.
 *
 * @param header the key figures beside a record's title, at most eight
 * @param facts fields that one looks up most, beside the timeline
 * @param sections groups of fields in the form; fields that no section names follow after the last
 * @param related lists of other records; empty = all that refer to the object
 */
public record FormDefinition(
        String name,
        String object,
        Label label,
        List<String> header,
        List<String> facts,
        List<Section> sections,
        List<Related> related) {
    /** @param columns side by side on a wide screen: 1 to 3 */
    public record Section(@Nullable Label label, int columns, List<String> fields) {}

    /**
     * Records of another object that refer to this one.
     *
     * @param field the lines field that names them; null = {@code object} and {@code via} do
     * @param columns paths from the other object; empty = the usual ones
     */
    public record Related(
            @Nullable String field,
            @Nullable String object,
            @Nullable String via,
            List<String> columns) {}
}
