package io.flywheel.formula.sql;

/** An operation whose SQL does not depend on anything but its arguments. */
public record Template(String sql) implements Operation {
    @Override
    public String template(int arguments) {
        return sql;
    }

    @Override
    public boolean subselects() {
        return sql.startsWith("(select");
    }
}
