package io.flywheel.query.plan;

import io.flywheel.formula.Checked;
import io.flywheel.formula.Expression;
import io.flywheel.formula.Formula;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Grouping;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the groups and measures of an aggregate, with every fault. */
final class GroupColumns {
    private static final int MOST = 50;

    private GroupColumns() {}

    static List<GroupColumn> of(Grouping grouping, ObjectNames names, Faults faults) {
        List<GroupColumn> columns = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        if (grouping.groupBy().size() + grouping.measures().size() > MOST) {
            faults.add("measures", "query.too-many-columns", "most", MOST);
            return columns;
        }
        for (int i = 0; i < grouping.groupBy().size(); i++) {
            String text = grouping.groupBy().get(i);
            String name = grouping.groupNames().get(i);
            add(columns, taken, name, "groupBy[" + i + "]", false, () -> Formula.check(text, names), names, faults);
        }
        for (Map.Entry<String, String> measure : grouping.measures().entrySet()) {
            String place = "measures." + measure.getKey();
            add(
                    columns,
                    taken,
                    measure.getKey(),
                    place,
                    true,
                    () -> Formula.aggregate(measure.getValue(), names),
                    names,
                    faults);
        }
        if (grouping.groupBy().isEmpty() && grouping.measures().isEmpty()) {
            faults.add("measures", "query.nothing-asked");
        }
        checkOrder(grouping.order(), grouping, faults);
        return columns;
    }

    private static void add(
            List<GroupColumn> columns,
            Set<String> taken,
            String name,
            String place,
            boolean measure,
            Supplier<Checked> checking,
            ObjectNames names,
            Faults faults) {
        if (!taken.add(name)) {
            faults.add(place, "query.name-twice", "name", name);
        }
        try {
            Checked checked = checking.get();
            String alias = (measure ? "m_" : "g_") + columns.size();
            columns.add(new GroupColumn(name, alias, checked, field(checked, names), measure));
        } catch (Problem.Invalid invalid) {
            faults.addAll(place, invalid.faults());
        }
    }

    private static Optional<Resolved> field(Checked checked, ObjectNames names) {
        return checked.tree() instanceof Expression.Path path
                ? Resolved.of(String.join(".", path.names()), names, "", new Faults())
                : Optional.empty();
    }

    private static void checkOrder(List<Selection.Order> order, Grouping grouping, Faults faults) {
        Set<String> known = new LinkedHashSet<>(grouping.groupNames());
        known.addAll(grouping.measures().keySet());
        for (Selection.Order by : order) {
            if (!known.contains(by.path())) {
                faults.add(Nearest.to(by.path(), known)
                        .map(near ->
                                Fault.of("order", "query.unknown-order-did-you-mean", "name", by.path(), "near", near))
                        .orElseGet(() -> Fault.of(
                                "order", "query.unknown-order", "name", by.path(), "known", String.join(", ", known))));
            }
        }
    }
}
