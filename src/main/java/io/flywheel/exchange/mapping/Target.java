package io.flywheel.exchange.mapping;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.exchange.value.DayOrder;
import io.flywheel.formula.Checked;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field and where its values come from.
 *
 * @param values what a cell says (caseless) → what is read in its place
 * @param by the field of a reference's target that the cells name; null = any unique field or the title
 * @param create whether a missing target of a reference is created by its title
 * @param fuzzy whether the one nearest target is taken where none is equal
 * @param optional whether a key that names nothing leaves the reference empty instead of refusing the row
 * @param empty words that mean nothing here; null = the usual ones, in text fields none
 * @param dates the order of day and month; null = the column decides
 */
public record Target(
        FieldDefinition field,
        Source source,
        Map<String, String> values,
        @Nullable String by,
        boolean create,
        boolean fuzzy,
        boolean optional,
        @Nullable List<String> empty,
        @Nullable DayOrder dates) {

    /** Where the text of a value comes from. */
    public sealed interface Source {
        /** @param index of the file's column, from 0 */
        record Column(int index) implements Source {}

        /** @param expression over the file's columns as texts */
        record Computed(Checked expression) implements Source {}

        record Constant(String text) implements Source {}
    }

    static Target plain(FieldDefinition field, Source source) {
        return new Target(field, source, Map.of(), null, false, false, false, null, null);
    }
}
