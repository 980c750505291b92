package io.flywheel.formula.check;

import io.flywheel.formula.Type;
import io.flywheel.formula.sql.Term;
import io.flywheel.kernel.Label;

/** What a function asks of an argument. */
enum Kind {
    TEXT(Types.TEXT),
    NUMBER(Types.NUMBER),
    /** a moment counts as its day */
    DATE(Types.DATE),
    /** a day counts as its first moment */
    MOMENT(Types.DATE_TIME),
    YES_NO(Types.YES_NO);

    private final Type type;

    Kind(Type type) {
        this.type = type;
    }

    Label label() {
        return Types.label(type);
    }

    boolean accepts(Type given) {
        return switch (this) {
            case TEXT -> Types.isText(given);
            case NUMBER -> Types.isNumeric(given);
            case DATE, MOMENT -> Types.isTime(given);
            case YES_NO -> given.equals(type) || given.equals(Types.NOTHING);
        };
    }

    Term convert(Term term) {
        return Types.convert(term, type);
    }
}
