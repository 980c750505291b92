package io.flywheel.formula.check;

import static io.flywheel.formula.check.Kind.NUMBER;
import static io.flywheel.formula.check.Kind.TEXT;

import io.flywheel.formula.sql.Arithmetic;
import java.util.Map;

/** Functions of numbers. */
final class NumberForms {
    /** Plain digits or groups of three, a sign, a point: what is anything else is null. */
    private static final String READ = "cast(replace(substring(" + TextForms.TRIMMED
            + " from '^[+-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,12}|[0-9]{1,40})(?:[.][0-9]{1,40})?$'), ',', '') as numeric)";

    private static final String ROUND =
            "case when {1} is not null then round({0}, " + Arithmetic.clamped("{1}", -20, 20) + ") end";

    private NumberForms() {}

    static Map<String, Form> all() {
        return Map.of(
                "round",
                Simple.either(Simple.numeric("round({0})", NUMBER), Simple.numeric(ROUND, NUMBER, NUMBER)),
                "floor",
                Simple.numeric("floor({0})", NUMBER),
                "ceil",
                Simple.numeric("ceil({0})", NUMBER),
                "abs",
                Simple.numeric("abs({0})", NUMBER),
                "sign",
                Simple.of(Types.NUMBER, "sign({0})", NUMBER),
                "number",
                Simple.of(Types.NUMBER, READ, TEXT),
                "ratio",
                SpecialForms::ratio);
    }
}
