package io.flywheel.people;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.identity.MeContribution;
import io.flywheel.kernel.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the reader is among the people here: name and team. */
@Component
final class Myself implements MeContribution {
    private final Database database;

    Myself(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Object> about(Actor actor) {
        String schema = '"' + actor.workspace().schema() + "\".";
        Map<String, @Nullable Object> member = new LinkedHashMap<>();
        member.put("id", actor.member());
        database.in(
                actor.workspace(),
                connection -> Sql.of(
                                "select m.name, t.id::text, t.name from " + schema + "member m left join " + schema
                                        + "team t on t.id = m.team where m.id = ?",
                                actor.member())
                        .first(connection, row -> {
                            member.put("name", row.getString(1));
                            if (row.getString(2) != null) {
                                member.put("team", Map.of("id", row.getString(2), "title", row.getString(3)));
                            }
                            return true;
                        }));
        return Map.of("member", member);
    }
}
