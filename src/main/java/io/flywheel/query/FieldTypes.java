package io.flywheel.query;

import io.flywheel.catalog.FieldType;
import io.flywheel.formula.Type;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** What a field's type is in expressions and in SQL. */
public final class FieldTypes {
    private FieldTypes() {}

    /** The SQL type of a value of this type. */
    public static DataType<?> sql(Type type) {
        return switch (type) {
            case Type.Text t -> SQLDataType.CLOB;
            case Type.Choice t -> SQLDataType.CLOB;
            case Type.Nothing t -> SQLDataType.CLOB;
            case Type.Choices t -> SQLDataType.CLOB.getArrayDataType();
            case Type.Number t -> SQLDataType.NUMERIC;
            case Type.Money t -> SQLDataType.NUMERIC;
            case Type.YesNo t -> SQLDataType.BOOLEAN;
            case Type.Date t -> SQLDataType.LOCALDATE;
            case Type.DateTime t -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case Type.Reference t -> SQLDataType.UUID;
        };
    }

    /** The name of a field's type in documents and answers, such as {@code longText}; a formula's is its result's. */
    public static String name(FieldType type) {
        return switch (type) {
            case FieldType.Formula formula -> name(formula.result());
            case FieldType.RollUp rollUp -> name(rollUp.result());
            case FieldType.Referring target -> "reference";
            default -> {
                String simple = type.getClass().getSimpleName();
                yield Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
            }
        };
    }

    /** The name of an expression's type in answers. */
    public static String name(Type type) {
        return switch (type) {
            case Type.Text t -> "text";
            case Type.Nothing t -> "text";
            case Type.Number t -> "number";
            case Type.Money t -> "money";
            case Type.YesNo t -> "yesNo";
            case Type.Date t -> "date";
            case Type.DateTime t -> "dateTime";
            case Type.Choice t -> "choice";
            case Type.Choices t -> "multiChoice";
            case Type.Reference t -> "reference";
        };
    }
}
