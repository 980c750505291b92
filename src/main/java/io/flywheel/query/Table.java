package io.flywheel.query;

import io.flywheel.kernel.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link Grouping}: groups first, then measures. A reference is a {@link Page.Named}. */
public record Table(List<Column> columns, List<List<@Nullable Object>> rows) {
    /**
     * @param type as the API names it: text, number, money, percent, date, dateTime, yesNo, choice, multiChoice, reference
     * @param label of the field, if it is just a field
     */
    public record Column(String name, String type, @Nullable Label label) {
        public Column(String name, String type) {
            this(name, type, null);
        }
    }
}
