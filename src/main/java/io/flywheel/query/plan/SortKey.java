package io.flywheel.query.plan;

import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.FieldType;
import io.flywheel.formula.Type;
import io.flywheel.query.FieldTypes;
import io.flywheel.query.Source;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * One key of an order: texts by pinyin, options in the order of their definition, references by their id (name the
 * path to their title to sort by it). Nulls come last in both directions.
 */
record SortKey(Resolved resolved, boolean descending) {
    static final String COLLATION = "zh-Hans-CN-x-icu";

    Kind kind() {
        return switch (type()) {
            case Type.Choice choice -> Kind.INTEGER;
            case Type.Reference reference -> Kind.ID;
            case Type other -> resolved.field().name().equals("version") ? Kind.INTEGER : Kind.of(other);
        };
    }

    DataType<?> dataType() {
        return kind() == Kind.INTEGER ? SQLDataType.INTEGER : FieldTypes.sql(type());
    }

    private Type type() {
        return CatalogNames.type(resolved.field().type()).orElseThrow();
    }

    /** A field of the object itself whose index can be read in this order. */
    boolean plainColumn() {
        return resolved.path().size() == 1 && !(type() instanceof Type.Choice);
    }

    Field<?> of(Source rows) {
        Field<?> column = rows.column(resolved.path());
        return switch (type()) {
            case Type.Choice choice -> position(column, List.copyOf(options()));
            case Type.Text text -> column.collate(DSL.collation(COLLATION));
            case Type other -> column;
        };
    }

    private java.util.Set<String> options() {
        return resolved.field().type() instanceof FieldType.Choice choice
                ? choice.options().keySet()
                : java.util.Set.of();
    }

    static Field<?> position(Field<?> column, List<String> options) {
        return DSL.field(
                "array_position({0}, {1})", SQLDataType.INTEGER, DSL.val(options.toArray(String[]::new)), column);
    }

    SortField<?> sorted(Field<?> key) {
        return descending ? key.desc().nullsLast() : key.asc().nullsLast();
    }
}
