package io.flywheel.exchange.job;

import io.flywheel.catalog.FieldType;
import io.flywheel.exchange.file.DataFile;
import io.flywheel.exchange.file.Row;
import io.flywheel.exchange.mapping.Target;
import io.flywheel.exchange.value.DayOrder;
import io.flywheel.exchange.value.DayOrderVote;
import io.flywheel.kernel.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One look over the whole file before anything is written: it can be read to its end, has so many rows, and its date
 * columns keep this order of day and month.
 */
record Survey(int rows, Map<String, DayOrder> orders, List<Fault> notes) {

    static Survey of(Course course) throws IOException {
        Map<Target, DayOrderVote> votes = new HashMap<>();
        for (Target target : course.targets()) {
            FieldType type = target.field().type();
            boolean dated = type instanceof FieldType.Date || type instanceof FieldType.DateTime;
            if (dated && target.dates() == null && target.source() instanceof Target.Source.Column) {
                votes.put(target, new DayOrderVote());
            }
        }
        return conclude(course, votes, count(course, votes));
    }

    private static int count(Course course, Map<Target, DayOrderVote> votes) throws IOException {
        int rows = 0;
        try (DataFile file = DataFile.open(course.file(), course.job().wish().reading())) {
            for (Row row = file.next(); row != null; row = file.next()) {
                rows++;
                for (Map.Entry<Target, DayOrderVote> vote : votes.entrySet()) {
                    if (vote.getKey().source() instanceof Target.Source.Column column) {
                        vote.getValue().see(row.cell(column.index()));
                    }
                }
            }
        }
        return rows;
    }

    private static Survey conclude(Course course, Map<Target, DayOrderVote> votes, int rows) {
        Map<String, DayOrder> orders = new HashMap<>();
        List<Fault> notes = new ArrayList<>();
        for (Target target : course.targets()) {
            DayOrder given = target.dates();
            DayOrderVote vote = votes.get(target);
            if (given != null) {
                orders.put(target.field().name(), given);
            } else if (vote != null) {
                orders.put(target.field().name(), vote.decide(DayOrder.MONTH_FIRST));
                if (vote.isOpen()) {
                    notes.add(Fault.of(
                            target.field().name(),
                            "exchange.dates-ambiguous",
                            "field",
                            target.field().label()));
                }
            }
        }
        return new Survey(rows, orders, notes);
    }

    DayOrder order(Target target) {
        return orders.getOrDefault(target.field().name(), DayOrder.MONTH_FIRST);
    }
}
