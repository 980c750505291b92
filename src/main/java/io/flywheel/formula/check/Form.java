package io.flywheel.formula.check;

import io.flywheel.formula.Expression;
import io.flywheel.formula.sql.Term;

/** How one function is checked. */
interface Form {
    Term check(Checker checker, Expression.Call call, Scope scope);

    /** Whether so many arguments are right; a fault otherwise. */
    static boolean counted(Checker checker, Expression.Call call, int least, int most) {
        int given = call.arguments().size();
        if (given >= least && given <= most) {
            return true;
        }
        String expected = least == most ? "" + least : most == Integer.MAX_VALUE ? least + "…" : least + "–" + most;
        checker.fault(call, "formula.argument-count", "name", call.function(), "expected", expected, "found", given);
        return false;
    }
}
