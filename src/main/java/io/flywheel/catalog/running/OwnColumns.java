package io.flywheel.catalog.running;

import io.flywheel.calendar.CalendarDays;
import io.flywheel.formula.Columns;
import io.flywheel.kernel.Workspace;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;

/** The stored fields of one row, which is all that a stored formula or a roll-up's condition may read. */
record OwnColumns(Workspace workspace, Name row) implements Columns {
    @Override
    public Field<?> column(List<String> path) {
        if (path.size() != 1) {
            throw new IllegalArgumentException("not the record's own: " + path);
        }
        return DSL.field(row.append(path.getFirst()));
    }

    @Override
    public Children children(List<String> path) {
        throw new IllegalArgumentException("not the record's own: " + path);
    }

    @Override
    public ZoneId zone() {
        return workspace.zone();
    }

    @Override
    public CalendarDays calendar() {
        return CalendarDays.of(workspace.schema());
    }

    @Override
    public int fiscalYearStart() {
        return workspace.fiscalYearStart();
    }
}
