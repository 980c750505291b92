package io.flywheel.query.plan;

import io.flywheel.formula.Checked;
import io.flywheel.formula.Type;
import io.flywheel.query.FieldTypes;
import io.flywheel.query.Table;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * One group or measure of an aggregate: {@code alias} is its column in the grouped part.
 *
 * @param field the field it is, if it is no more than a path
 */
record GroupColumn(String name, String alias, Checked checked, Optional<Resolved> field, boolean measure) {
    Table.Column shown() {
        return field.map(found -> new Table.Column(
                        name,
                        FieldTypes.name(found.field().type()),
                        found.field().label()))
                .orElseGet(() -> new Table.Column(name, FieldTypes.name(checked.type())));
    }

    Kind kind() {
        boolean number =
                field.map(found -> Outputs.kind(found.field()) == Kind.INTEGER).orElse(false);
        return number ? Kind.INTEGER : Kind.of(checked.type());
    }

    Field<?> column() {
        return DSL.field(DSL.name("q", alias), FieldTypes.sql(checked.type()));
    }

    /** What it is sorted by: options as they are defined, texts by pinyin; references by id unless their title is asked. */
    Field<?> key() {
        return switch (checked.type()) {
            case Type.Choice choice -> SortKey.position(column(), List.copyOf(choice.keys()));
            case Type.Text text -> column().collate(DSL.collation(SortKey.COLLATION));
            case Type other -> column();
        };
    }
}
