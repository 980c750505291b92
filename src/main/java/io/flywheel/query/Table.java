package io.flywheel.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link Grouping}: groups first, then measures. A reference is a {@link Page.Named}. */
public record Table(List<Column> columns, List<List<@Nullable Object>> rows) {
    /** @param type as the API names it: text, number, money, percent, date, dateTime, yesNo, choice, reference */
    public record Column(String name, String type) {}
}
