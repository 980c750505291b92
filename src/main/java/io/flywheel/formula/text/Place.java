package io.flywheel.formula.text;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import java.util.HashMap;
import java.util.Map;

/** Turns positions of one text into faults that name line and column, both from 1. */
public record Place(String text) {
    /** @param details name, value, name, value … for the fault's words */
    public Fault fault(int at, String code, Object... details) {
        Map<String, Object> arguments = new HashMap<>();
        int end = Math.min(at, text.length());
        arguments.put(
                "line",
                1 + text.substring(0, end).chars().filter(c -> c == '\n').count());
        arguments.put("column", text.codePointCount(text.lastIndexOf('\n', end - 1) + 1, end) + 1);
        for (int i = 0; i + 1 < details.length; i += 2) {
            arguments.put((String) details[i], details[i + 1]);
        }
        return new Fault("", code, arguments);
    }

    Problem.Invalid problem(int at, String code, Object... details) {
        return new Problem.Invalid(fault(at, code, details));
    }
}
