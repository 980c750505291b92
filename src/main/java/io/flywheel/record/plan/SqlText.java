package io.flywheel.record.plan;

import io.flywheel.query.Slot;
import io.flywheel.query.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;

/** SQL text under construction, with its slots in the order of their question marks. */
final class SqlText {
    private final StringBuilder text = new StringBuilder(2048);
    private final List<Slot> slots = new ArrayList<>();

    SqlText add(String sql) {
        text.append(sql);
        return this;
    }

    SqlText slot(Slot slot, String sqlType) {
        text.append("?::").append(sqlType);
        slots.add(slot);
        return this;
    }

    SqlText add(Statement part) {
        text.append(part.text());
        slots.addAll(part.slots());
        return this;
    }

    SqlText add(QueryPart part) {
        return add(Statement.of(part));
    }

    SqlText add(SqlText other) {
        text.append(other.text);
        slots.addAll(other.slots);
        return this;
    }

    Statement statement() {
        return new Statement(text.toString(), slots);
    }

    /** An identifier, quoted. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text constant of a definition, quoted. */
    static String literal(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }
}
