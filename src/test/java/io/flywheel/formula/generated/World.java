package io.flywheel.formula.generated;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is asked about: a record with its lines, or a group with its records.
 *
 * @param values by dotted path, as the expression names them; null = no value
 */
record World(Map<String, @Nullable Object> values, List<World> many, Instant now) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int FISCAL_YEAR_STARTS_IN = 7;

    World at(Instant moment) {
        return new World(values, many.stream().map(each -> each.at(moment)).toList(), moment);
    }

    static World group(List<World> records, Instant now) {
        return new World(Map.of(), records, now);
    }
}
