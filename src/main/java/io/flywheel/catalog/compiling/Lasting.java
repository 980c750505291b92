package io.flywheel.catalog.compiling;

import io.flywheel.formula.Checked;
import io.flywheel.formula.Expression;
import java.util.Set;

/** Which expressions answer the same for ever, given the same values. */
final class Lasting {
    /** they read a business calendar or the fiscal year, which an administrator may change later */
    private static final Set<String> UNSTEADY =
            Set.of("workdaysBetween", "businessMinutes", "addWorkdays", "fiscalYear", "fiscalQuarter", "fiscalMonth");

    private Lasting() {}

    static boolean answers(Checked checked) {
        return !checked.volatileNow() && steady(checked.tree());
    }

    private static boolean steady(Expression tree) {
        return switch (tree) {
            case Expression.Call call ->
                !UNSTEADY.contains(call.function())
                        && call.arguments().stream().allMatch(Lasting::steady)
                        && (call.where() == null || steady(call.where()));
            case Expression.Unary unary -> steady(unary.operand());
            case Expression.Binary binary -> steady(binary.left()) && steady(binary.right());
            case Expression.In in -> steady(in.value()) && in.among().stream().allMatch(Lasting::steady);
            case Expression.Between between ->
                steady(between.value()) && steady(between.low()) && steady(between.high());
            case Expression.IsNull isNull -> steady(isNull.value());
            case Expression.TextLiteral ignored -> true;
            case Expression.NumberLiteral ignored -> true;
            case Expression.YesNoLiteral ignored -> true;
            case Expression.NullLiteral ignored -> true;
            case Expression.Path ignored -> true;
        };
    }
}
