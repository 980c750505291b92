package io.flywheel.query.plan;

import io.flywheel.query.Slot;
import io.flywheel.query.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The order of a list, and the condition "after that row" in it. The id breaks ties. */
record Keyset(List<SortKey> keys, Place place, boolean descendingId) {
    List<SortField<?>> order(List<Field<?>> fields, Field<UUID> id) {
        List<SortField<?>> order = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            order.add(keys.get(i).sorted(fields.get(i)));
        }
        order.add(descendingId ? id.desc() : id.asc());
        return order;
    }

    List<Field<?>> fields(Source rows) {
        List<Field<?>> fields = new ArrayList<>();
        keys.forEach(key -> fields.add(key.of(rows)));
        return fields;
    }

    /** Rows that come after the last one: equal in the first n keys, and after it in the next. */
    Condition after(List<Field<?>> fields, Field<UUID> id) {
        if (place.first()) {
            return DSL.noCondition();
        }
        Condition any = DSL.falseCondition();
        Condition equal = DSL.noCondition();
        for (int i = 0; i < keys.size(); i++) {
            any = any.or(equal.and(beyond(i, fields.get(i))));
            equal = equal.and(same(i, fields.get(i)));
        }
        return any.or(equal.and(compare(id, descendingId ? "<" : ">", lastId())));
    }

    /** Beyond the last row, whose only key was not null: first a bound that an index answers, then exactly. */
    Condition beyondValue(Field<?> key, Field<UUID> id) {
        String beyond = keys.getFirst().descending() ? "<" : ">";
        Condition exactly = compare(key, beyond, last(0)).or(compare(id, descendingId ? "<" : ">", lastId()));
        return compare(key, beyond + "=", last(0)).and(exactly);
    }

    /** Among rows whose only key is null: the id beyond the last row's. */
    Condition beyondId(Field<UUID> id) {
        return compare(id, descendingId ? "<" : ">", lastId());
    }

    private Condition beyond(int index, Field<?> field) {
        if (place.isNull(index)) {
            return DSL.falseCondition();
        }
        return compare(field, keys.get(index).descending() ? "<" : ">", last(index))
                .or(field.isNull());
    }

    private Condition same(int index, Field<?> field) {
        return place.isNull(index) ? field.isNull() : compare(field, "=", last(index));
    }

    private Field<?> last(int index) {
        return Slot.field(new Slot.Parameter(index), keys.get(index).dataType());
    }

    private Field<?> lastId() {
        return Slot.field(new Slot.Parameter(keys.size()), SQLDataType.UUID);
    }

    private static Condition compare(Field<?> left, String operator, Field<?> right) {
        return DSL.condition("{0} " + operator + " {1}", left, right);
    }
}
