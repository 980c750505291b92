package io.flywheel.record.plan;

import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.query.Slot;
import java.util.List;

/** The first part of every write: the given rows as a relation {@code g}, each value bound once. */
final class Given {
    private Given() {}

    /**
     * {@code g(number_, id_, version_, event_, "field" …, actor_, cause_)}.
     *
     * @param many arrays of values by column, else one row of plain values
     */
    static SqlText rows(List<FieldDefinition> fields, boolean many) {
        return many ? arrays(fields) : plain(fields);
    }

    private static SqlText plain(List<FieldDefinition> fields) {
        SqlText text = new SqlText().add("g as (select ");
        text.slot(Parameters.NUMBER, "int4").add(" as number_, ");
        text.slot(Parameters.ID, "uuid").add(" as id_, ");
        text.slot(Parameters.VERSION, "int4").add(" as version_, ");
        text.slot(Parameters.EVENT_ID, "uuid").add(" as event_, ");
        for (int i = 0; i < fields.size(); i++) {
            text.slot(Parameters.given(i), ColumnType.sql(fields.get(i).type()))
                    .add(" as " + SqlText.name(fields.get(i).name()) + ", ");
        }
        text.slot(new Slot.Me(), "uuid").add(" as actor_, ");
        return text.slot(Parameters.CAUSE, "uuid").add(" as cause_)");
    }

    private static SqlText arrays(List<FieldDefinition> fields) {
        SqlText text = new SqlText().add("g as (select number_, id_, version_, event_, ");
        for (FieldDefinition field : fields) {
            String name = SqlText.name(field.name());
            text.add(field.type() instanceof FieldType.MultiChoice ? name + "::text[] as " + name : name)
                    .add(", ");
        }
        text.slot(new Slot.Me(), "uuid").add(" as actor_, ");
        text.slot(Parameters.CAUSE, "uuid").add(" as cause_ from unnest(");
        text.slot(Parameters.NUMBER, "int4[]").add(", ");
        text.slot(Parameters.ID, "uuid[]").add(", ");
        text.slot(Parameters.VERSION, "int4[]").add(", ");
        text.slot(Parameters.EVENT_ID, "uuid[]");
        for (int i = 0; i < fields.size(); i++) {
            text.add(", ").slot(Parameters.given(i), elementType(fields.get(i)) + "[]");
        }
        text.add(") as u(number_, id_, version_, event_");
        fields.forEach(field -> text.add(", " + SqlText.name(field.name())));
        return text.add("))");
    }

    /** Several options travel as the text of an array, since unnest would flatten arrays of arrays. */
    private static String elementType(FieldDefinition field) {
        return field.type() instanceof FieldType.MultiChoice ? "text" : ColumnType.sql(field.type());
    }
}
