package io.flywheel.formula.sql;

import io.flywheel.formula.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression whose names, types and conversions are settled; what is compiled. */
public sealed interface Term {
    Type type();

    /** @param value String, BigDecimal, Boolean, LocalDate, OffsetDateTime, UUID or null */
    record Constant(Type type, @Nullable Object value) implements Term {
        public boolean isNull() {
            return value == null;
        }
    }

    record Column(Type type, List<String> path) implements Term {}

    record Apply(Type type, Operation operation, List<Term> arguments) implements Term {}

    /** @param lines the lines field whose records are aggregated, as seen from around; empty = the group's records */
    record Aggregate(
            Type type,
            Aggregation aggregation,
            List<String> lines,
            List<Term> arguments,
            @Nullable Term where) implements Term {}

    static Term apply(Type type, String sql, Term... arguments) {
        return new Apply(type, new Template(sql), List.of(arguments));
    }
}
