package io.flywheel.home.own;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps each reader's arrangements. */
@Component
final class Arrangements {
    private final Database database;

    Arrangements(Database database) {
        this.database = database;
    }

    private record Kept(String home, Arrangement arrangement) {}

    /** By home. */
    Map<String, Arrangement> of(Actor actor) {
        Map<String, Arrangement> all = new HashMap<>();
        database.in(
                        actor.workspace(),
                        connection -> Sql.of(
                                        "select home, tiles, hidden from " + table(actor) + " where member = ?",
                                        actor.member())
                                .list(connection, Arrangements::kept))
                .forEach(kept -> all.put(kept.home(), kept.arrangement()));
        return all;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString(1),
                new Arrangement(List.of((String[]) row.getArray(2).getArray()), List.of((String[])
                        row.getArray(3).getArray())));
    }

    void put(Actor actor, String home, Arrangement arrangement) {
        database.in(
                actor.workspace(),
                connection -> Sql.of(
                                "insert into " + table(actor)
                                        + " (member, home, tiles, hidden) values (?, ?, ?, ?) on conflict (member, home)"
                                        + " do update set tiles = excluded.tiles, hidden = excluded.hidden",
                                actor.member(),
                                home,
                                arrangement.tiles().toArray(String[]::new),
                                arrangement.hidden().toArray(String[]::new))
                        .run(connection));
    }

    void forget(Actor actor, String home) {
        database.in(
                actor.workspace(),
                connection -> Sql.of(
                                "delete from " + table(actor) + " where member = ? and home = ?", actor.member(), home)
                        .run(connection));
    }

    private static String table(Actor actor) {
        return '"' + actor.workspace().schema() + "\".sys_home_arrangement";
    }
}
