package io.flywheel.formula.sql;

/** {@code case when {0} then {1} when {2} then {3} … else {n} end}; without an odd last argument, else null. */
public record Choose() implements Operation {
    @Override
    public String template(int arguments) {
        StringBuilder sql = new StringBuilder("case");
        for (int i = 0; i + 1 < arguments; i += 2) {
            sql.append(" when {").append(i).append("} then {").append(i + 1).append('}');
        }
        if (arguments % 2 == 1) {
            sql.append(" else {").append(arguments - 1).append('}');
        }
        return sql.append(" end").toString();
    }
}
