package io.flywheel.record.plan;

import io.flywheel.catalog.FieldType;

/** The SQL type of a field's column. */
public final class ColumnType {
    private ColumnType() {}

    public static String of(FieldType type) {
        return switch (type) {
            case FieldType.Text _, FieldType.LongText _, FieldType.Phone _, FieldType.Email _, FieldType.Link _,
                    FieldType.Choice _, FieldType.AutoNumber _ -> "text";
            case FieldType.Number _, FieldType.Money _, FieldType.Percent _ -> "numeric";
            case FieldType.Date _ -> "date";
            case FieldType.DateTime _ -> "timestamptz";
            case FieldType.YesNo _ -> "boolean";
            case FieldType.MultiChoice _ -> "text[]";
            case FieldType.Referring _ -> "uuid";
            case FieldType.Formula formula -> of(formula.result());
            case FieldType.RollUp rollUp -> of(rollUp.result());
            case FieldType.Lines _ -> throw new IllegalArgumentException("lines have no column");
        };
    }
}
