package io.flywheel.catalog;

/** The column that holds a field: its SQL type and how its values fit a field type's bounds. */
public final class ColumnType {
    private ColumnType() {}

    /** The PostgreSQL type: text, numeric, date, timestamptz, boolean, text[] or uuid. */
    public static String sql(FieldType type) {
        return switch (type) {
            case FieldType.Text ignored -> "text";
            case FieldType.LongText ignored -> "text";
            case FieldType.Phone ignored -> "text";
            case FieldType.Email ignored -> "text";
            case FieldType.Link ignored -> "text";
            case FieldType.Choice ignored -> "text";
            case FieldType.AutoNumber ignored -> "text";
            case FieldType.Number ignored -> "numeric";
            case FieldType.Money ignored -> "numeric";
            case FieldType.Percent ignored -> "numeric";
            case FieldType.Date ignored -> "date";
            case FieldType.DateTime ignored -> "timestamptz";
            case FieldType.YesNo ignored -> "boolean";
            case FieldType.MultiChoice ignored -> "text[]";
            case FieldType.Referring ignored -> "uuid";
            case FieldType.Formula formula -> sql(formula.result());
            case FieldType.RollUp rollUp -> sql(rollUp.result());
            case FieldType.Lines lines -> throw new IllegalArgumentException("lines have no column: " + lines);
        };
    }

    /** What a formula answers, or the type itself. */
    public static FieldType result(FieldType type) {
        return switch (type) {
            case FieldType.Formula formula -> formula.result();
            case FieldType.RollUp rollUp -> rollUp.result();
            case FieldType other -> other;
        };
    }

    /** Digits kept after the point of a number-like type, else -1. */
    public static int digits(FieldType type) {
        return switch (result(type)) {
            case FieldType.Number number -> number.digits();
            case FieldType.Money money -> money.digits();
            case FieldType.Percent percent -> percent.digits();
            case FieldType ignored -> -1;
        };
    }

    /** The most characters a text-like type holds. */
    public static int length(FieldType type) {
        return switch (result(type)) {
            case FieldType.Text text -> text.length();
            case FieldType.LongText text -> text.length();
            case FieldType.Phone ignored -> 50;
            case FieldType.Email ignored -> 320;
            case FieldType.Link ignored -> 2000;
            case FieldType ignored -> Integer.MAX_VALUE;
        };
    }
}
