package io.flywheel.query.view;

import io.flywheel.catalog.Documents;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps each member's views; nobody reaches those of another. */
@Component
final class ViewRows {
    private static final int MOST = 200;

    private final Database database;
    private final Clock clock;

    ViewRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The oldest first. */
    List<KeptView> of(Actor actor, String object) {
        String text =
                "select id, version, document from " + table(actor) + " where member = ? and object = ? order by id";
        return database.in(
                actor.workspace(),
                connection -> Sql.of(text, actor.member(), object).list(connection, ViewRows::read));
    }

    Optional<KeptView> one(Actor actor, UUID id) {
        String text = "select id, version, document from " + table(actor) + " where member = ? and id = ?";
        return database.in(
                actor.workspace(),
                connection -> Sql.of(text, actor.member(), id).first(connection, ViewRows::read));
    }

    /** @return false if the member keeps as many as one may */
    boolean add(Actor actor, UUID id, String object, JsonNode document) {
        String text = "insert into " + table(actor) + " (id, member, object, version, document, updated_at)"
                + " select ?, ?, ?, 1, ?::json, ? where (select count(*) from " + table(actor)
                + " where member = ?) < " + MOST;
        return database.in(
                        actor.workspace(),
                        connection -> Sql.of(
                                        text,
                                        id,
                                        actor.member(),
                                        object,
                                        Documents.text(document),
                                        clock.instant(),
                                        actor.member())
                                .run(connection))
                == 1;
    }

    /** @return false if it is not at that version any more */
    boolean change(Actor actor, UUID id, int version, JsonNode document) {
        String text = "update " + table(actor) + " set version = version + 1, document = ?::json, updated_at = ?"
                + " where member = ? and id = ? and version = ?";
        return database.in(
                        actor.workspace(),
                        connection -> Sql.of(
                                        text, Documents.text(document), clock.instant(), actor.member(), id, version)
                                .run(connection))
                == 1;
    }

    /** @return false if there was none */
    boolean remove(Actor actor, UUID id) {
        String text = "delete from " + table(actor) + " where member = ? and id = ?";
        return database.in(
                        actor.workspace(),
                        connection -> Sql.of(text, actor.member(), id).run(connection))
                == 1;
    }

    private static KeptView read(ResultSet row) throws SQLException {
        return new KeptView(row.getObject(1, UUID.class), row.getInt(2), Documents.json(row.getString(3)));
    }

    private static String table(Actor actor) {
        return '"' + actor.workspace().schema() + "\".sys_personal_view";
    }
}
