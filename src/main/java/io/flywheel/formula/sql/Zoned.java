package io.flywheel.formula.sql;

import io.flywheel.formula.Columns;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** An operation that depends on the zone, which takes the place {@code {zone}}. */
public record Zoned(String sql) implements Operation {
    @Override
    public String template(int arguments) {
        return sql.replace("{zone}", "{" + arguments + "}");
    }

    @Override
    public List<QueryPart> surroundings(Columns columns) {
        return List.of(zone(columns.zone()));
    }

    /** An offset as an interval: PostgreSQL reads {@code 'UTC+8'} as eight hours the other way. */
    static QueryPart zone(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset offset
                ? DSL.sql("make_interval(secs => {0})", DSL.inline(offset.getTotalSeconds()))
                : DSL.inline(zone.getId());
    }
}
