package io.flywheel.performance.value;

import io.flywheel.calendar.CalendarDays;
import io.flywheel.formula.Columns;
import io.flywheel.performance.definition.StockNames;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Field;

/** The columns of an object, and the day a stock is counted on. */
record AsOf(Columns object, Field<LocalDate> day) implements Columns {
    @Override
    public Field<?> column(List<String> path) {
        return path.equals(List.of(StockNames.AS_OF)) ? day : object.column(path);
    }

    @Override
    public Children children(List<String> path) {
        return object.children(path);
    }

    @Override
    public ZoneId zone() {
        return object.zone();
    }

    @Override
    public CalendarDays calendar() {
        return object.calendar();
    }

    @Override
    public int fiscalYearStart() {
        return object.fiscalYearStart();
    }
}
