package io.flywheel.exchange.job;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.exchange.file.ReadOptions;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.FaultJson;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The imports of each workspace, kept. */
@Component
public class Imports {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final Clock clock;

    Imports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static String table(Workspace workspace, String name) {
        return "\"" + workspace.schema() + "\".\"" + name.replace("\"", "\"\"") + "\"";
    }

    void add(Workspace workspace, UUID id, Import.Wish wish, UUID member, Language language) {
        boolean checksFirst = wish.dryRun() || !wish.skips();
        database.in(
                workspace,
                connection -> Sql.of(
                                "insert into " + table(workspace, "sys_import") + """
                         (id, object, mode, match, skips, dry_run, file_name, settings, member, language, status, phase, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, 'queued', ?, ?)
                        """,
                                id,
                                wish.object(),
                                wish.mode().word(),
                                wish.match().toArray(String[]::new),
                                wish.skips(),
                                wish.dryRun(),
                                wish.fileName(),
                                settings(wish),
                                member,
                                language.tag(),
                                (checksFirst ? Import.Phase.CHECKING : Import.Phase.WRITING).word(),
                                clock.instant())
                        .run(connection));
    }

    public Optional<Import> find(Workspace workspace, UUID id) {
        return database.in(
                workspace,
                connection -> Sql.of("select * from " + table(workspace, "sys_import") + " where id = ?", id)
                        .first(connection, Imports::read));
    }

    /** The newest first. */
    public List<Import> latest(Workspace workspace, int limit) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select * from " + table(workspace, "sys_import")
                                        + " order by created_at desc, id desc limit ?",
                                limit)
                        .list(connection, Imports::read));
    }

    /** Marks it as running; empty if there is nothing left to run. */
    Optional<Import> begin(Workspace workspace, UUID id) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace, "sys_import")
                                        + " set status = 'running', started_at = coalesce(started_at, ?)"
                                        + " where id = ? and status in ('queued', 'running') returning *",
                                clock.instant(),
                                id)
                        .first(connection, Imports::read));
    }

    void surveyed(Workspace workspace, UUID id, int total, List<Fault> notes) {
        database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace, "sys_import")
                                        + " set total = ?, notes = ?::json where id = ?",
                                total,
                                FaultJson.write(notes),
                                id)
                        .run(connection));
    }

    /** Goes to the next phase; what checking counted is counted anew. */
    void enter(Workspace workspace, UUID id, Import.Phase phase) {
        String counts = phase == Import.Phase.WRITING ? ", read = 0, created = 0, updated = 0, refused = 0" : "";
        database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace, "sys_import") + " set phase = ?, mark = 0, half = false"
                                        + counts + " where id = ?",
                                phase.word(),
                                id)
                        .run(connection));
    }

    /**
     * Moves the mark, inside the transaction that wrote the rows.
     *
     * @throws Abandoned if somebody else moved it, or the import was called off: then nothing of this may stay
     */
    void advance(Connection connection, Workspace workspace, Import job, Step step) throws SQLException {
        int moved = Sql.of(
                        "update " + table(workspace, "sys_import") + """
                         set mark = ?, half = ?, read = read + ?, created = created + ?, updated = updated + ?,
                         refused = refused + ? where id = ? and status = 'running' and phase = ? and mark = ? and half = ?
                        """,
                        step.after(),
                        step.halfAfter(),
                        step.read(),
                        step.created(),
                        step.updated(),
                        step.refused(),
                        job.id(),
                        job.phase().word(),
                        step.before(),
                        step.halfBefore())
                .run(connection);
        if (moved != 1) {
            throw new Abandoned();
        }
    }

    /** From one mark to the next, and what was done on the way. */
    record Step(
            int before,
            boolean halfBefore,
            int after,
            boolean halfAfter,
            int read,
            int created,
            int updated,
            int refused) {}

    /** This run is no longer the one that imports. */
    static final class Abandoned extends RuntimeException {
        Abandoned() {
            super(null, null, false, false);
        }
    }

    void finish(Workspace workspace, UUID id, Import.Status status, List<Fault> faults) {
        database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace, "sys_import")
                                        + " set status = ?, faults = ?::json, finished_at = ? where id = ? and status in ('running', 'undoing')",
                                status.word(),
                                FaultJson.write(faults),
                                clock.instant(),
                                id)
                        .run(connection));
    }

    void note(Workspace workspace, UUID id, List<Fault> notes) {
        database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace, "sys_import") + " set notes = ?::json where id = ?",
                                FaultJson.write(notes),
                                id)
                        .run(connection));
    }

    /** Calls it off, or asks for what it did to be undone; false if that is under way or done already. */
    boolean callOff(Workspace workspace, UUID id) {
        int changed = database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace, "sys_import")
                                        + " set status = 'undoing' where id = ? and status not in ('undoing', 'undone')",
                                id)
                        .run(connection));
        return changed == 1;
    }

    private static String settings(Import.Wish wish) {
        ReadOptions reading = wish.reading();
        ObjectNode settings = JSON.createObjectNode();
        settings.put("sheet", reading.sheet());
        settings.put("separator", reading.separator());
        settings.put("charset", reading.charset());
        settings.put("header", reading.header());
        settings.set("mapping", wish.mapping());
        return settings.toString();
    }

    private static Import read(ResultSet row) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                wish(row),
                row.getObject("member", UUID.class),
                Language.of(row.getString("language")),
                Import.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Import.Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                row.getInt("mark"),
                row.getBoolean("half"),
                new Import.Counts(
                        row.getObject("total", Integer.class),
                        row.getInt("read"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("refused")),
                FaultJson.read(row.getString("notes")),
                FaultJson.read(row.getString("faults")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static Import.Wish wish(ResultSet row) throws SQLException {
        JsonNode settings = JSON.readTree(row.getString("settings"));
        Array match = row.getArray("match");
        JsonNode header = settings.path("header");
        JsonNode mapping = settings.path("mapping");
        return new Import.Wish(
                row.getString("object"),
                Import.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                List.of((String[]) match.getArray()),
                row.getBoolean("skips"),
                row.getBoolean("dry_run"),
                row.getString("file_name"),
                new ReadOptions(
                        text(settings, "sheet"),
                        text(settings, "separator"),
                        text(settings, "charset"),
                        header.isBoolean() ? header.asBoolean() : null),
                mapping.isObject() ? mapping : null);
    }

    private static @Nullable String text(JsonNode settings, String name) {
        JsonNode value = settings.path(name);
        return value.isString() ? value.asString() : null;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
