package io.flywheel.formula.sql;

import io.flywheel.formula.Columns;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * A label of the fiscal year, which is named after the year in which it ends: the date is moved so that the fiscal year
 * becomes a calendar year.
 */
public record Fiscal(String format) implements Operation {
    @Override
    public String template(int arguments) {
        return "to_char(cast({0} as timestamp) + make_interval(months => {1}), {2})";
    }

    @Override
    public List<QueryPart> surroundings(Columns columns) {
        return List.of(DSL.inline((13 - columns.fiscalYearStart()) % 12), DSL.inline(format));
    }
}
