package io.flywheel.query.plan;

import io.flywheel.formula.Type;

/** How a column of a result becomes a value. */
public enum Kind {
    TEXT,
    NUMBER,
    /** a small whole number, int4: a version, an option's position */
    INTEGER,
    DATE,
    MOMENT,
    YES_NO,
    ID,
    TEXTS,
    /** two columns: the id, and the title or null */
    REFERENCE;

    public static Kind of(Type type) {
        return switch (type) {
            case Type.Text t -> TEXT;
            case Type.Choice t -> TEXT;
            case Type.Nothing t -> TEXT;
            case Type.Choices t -> TEXTS;
            case Type.Number t -> NUMBER;
            case Type.Money t -> NUMBER;
            case Type.YesNo t -> YES_NO;
            case Type.Date t -> DATE;
            case Type.DateTime t -> MOMENT;
            case Type.Reference t -> REFERENCE;
        };
    }

    /** Columns of the result that it takes. */
    public int width() {
        return this == REFERENCE ? 2 : 1;
    }
}
