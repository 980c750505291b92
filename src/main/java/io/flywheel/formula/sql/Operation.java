package io.flywheel.formula.sql;

import io.flywheel.formula.Columns;
import java.util.List;
import org.jooq.QueryPart;

/** What a function or operator is in SQL, whatever its arguments: one place each. */
public interface Operation {
    /** The SQL with {@code {0}}, {@code {1}} … for the arguments, and further parts of its own behind them. */
    String template(int arguments);

    /** What fills the places behind the arguments: zone, calendar. */
    default List<QueryPart> surroundings(Columns columns) {
        return List.of();
    }

    /** Whether the template holds a subselect around an argument, which would steal {@code count(*)} from its group. */
    default boolean subselects() {
        return false;
    }
}
