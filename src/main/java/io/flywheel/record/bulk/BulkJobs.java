package io.flywheel.record.bulk;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.FaultJson;
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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bulk jobs of each workspace, kept. */
@Component
public class BulkJobs {
    private static final ObjectReader EXACT =
            JsonMapper.shared().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Database database;
    private final Clock clock;

    BulkJobs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static String table(Workspace workspace, String name) {
        return '"' + workspace.schema() + "\".\"" + name + '"';
    }

    static String table(Workspace workspace) {
        return table(workspace, "sys_bulk");
    }

    /** This run is no longer the one that works: it was stopped, or another one took over. Nothing of it may stay. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super("abandoned", null, false, false);
        }
    }

    /** @param gathers whether the set is still to be gathered, by the condition */
    void add(Connection connection, Workspace workspace, BulkJob job, boolean gathers) throws SQLException {
        Sql.of(
                        "insert into " + table(workspace)
                                + " (id, object, action, given, condition, member, language, state, gathering, total,"
                                + " created_at) values (?, ?, ?, ?::json, ?, ?, ?, 'queued', ?, ?, ?)",
                        job.id(),
                        job.wish().object(),
                        job.wish().action().word(),
                        job.wish().values().toString(),
                        job.wish().where(),
                        job.member(),
                        job.language().tag(),
                        gathers,
                        job.counts().total(),
                        job.createdAt())
                .run(connection);
    }

    public Optional<BulkJob> find(Workspace workspace, UUID id) {
        return database.in(
                workspace,
                connection -> Sql.of("select * from " + table(workspace) + " where id = ?", id)
                        .first(connection, BulkJobs::read));
    }

    /** A member's own, the newest first. */
    public List<BulkJob> latest(Workspace workspace, UUID member, int limit) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select * from " + table(workspace)
                                        + " where member = ? order by created_at desc, id desc limit ?",
                                member,
                                limit)
                        .list(connection, BulkJobs::read));
    }

    /** How many of a member's jobs have not ended. */
    int open(Workspace workspace, UUID member) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select count(*) from " + table(workspace)
                                        + " where member = ? and state in ('queued', 'running', 'undoing')",
                                member)
                        .first(connection, row -> row.getInt(1))
                        .orElse(0));
    }

    /** Marks it as running; empty if there is nothing left to run. */
    Optional<BulkJob> begin(Workspace workspace, UUID id) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace)
                                        + " set state = 'running', started_at = coalesce(started_at, ?)"
                                        + " where id = ? and state in ('queued', 'running') returning *",
                                clock.instant(),
                                id)
                        .first(connection, BulkJobs::read));
    }

    /** Stops it, or asks for what it did to be taken back; false if that is under way or done already. */
    boolean callOff(Workspace workspace, UUID id) {
        return database.in(
                        workspace,
                        connection -> Sql.of(
                                        "update " + table(workspace)
                                                + " set state = 'undoing', undo = coalesce(undo, ?)"
                                                + " where id = ? and state not in ('undoing', 'undone')",
                                        Ids.next(),
                                        id)
                                .run(connection))
                == 1;
    }

    void finish(Workspace workspace, UUID id, BulkJob.State state, List<Fault> faults) {
        database.in(
                workspace,
                connection -> Sql.of(
                                "update " + table(workspace) + " set state = ?, faults = ?::json, finished_at = ?"
                                        + " where id = ? and state in ('running', 'undoing')",
                                state.word(),
                                FaultJson.write(faults),
                                clock.instant(),
                                id)
                        .run(connection));
    }

    /**
     * Moves the mark, inside the transaction that wrote the records.
     *
     * @throws Abandoned if somebody else moved it, or it was called off
     */
    void advance(Connection connection, Workspace workspace, UUID id, Step step) throws SQLException {
        int moved = Sql.of(
                        "update " + table(workspace) + " set mark = ?, done = done + ?, refused = refused + ?"
                                + " where id = ? and state = 'running' and mark = ?",
                        step.after(),
                        step.good(),
                        step.bad(),
                        id,
                        step.before())
                .run(connection);
        insist(moved);
    }

    /** As {@link #advance}, of the undoing; the mark may stay where it is. */
    void advanceUndo(Connection connection, Workspace workspace, UUID id, Step step) throws SQLException {
        int moved = Sql.of(
                        "update " + table(workspace)
                                + " set undo_mark = ?, put_back = put_back + ?, left_alone = left_alone + ?"
                                + " where id = ? and state = 'undoing' and undo_mark = ?",
                        step.after(),
                        step.good(),
                        step.bad(),
                        id,
                        step.before())
                .run(connection);
        insist(moved);
    }

    static void insist(int moved) {
        if (moved != 1) {
            throw new Abandoned();
        }
    }

    /** From one mark to the next: how many were written (or put back), how many not. */
    record Step(int before, int after, int good, int bad) {}

    private static BulkJob read(ResultSet row) throws SQLException {
        return new BulkJob(
                row.getObject("id", UUID.class),
                new BulkJob.Wish(
                        row.getString("object"),
                        BulkAction.of(row.getString("action")).orElseThrow(),
                        (ObjectNode) EXACT.readTree(row.getString("given")),
                        row.getString("condition")),
                row.getObject("member", UUID.class),
                Language.of(row.getString("language")),
                BulkJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new BulkJob.Gathering(row.getBoolean("gathering"), row.getString("gathered")),
                new BulkJob.Counts(row.getInt("total"), row.getInt("mark"), row.getInt("done"), row.getInt("refused")),
                new BulkJob.Undo(
                        row.getObject("undo", UUID.class),
                        row.getInt("undo_mark"),
                        row.getInt("put_back"),
                        row.getInt("left_alone")),
                FaultJson.read(row.getString("faults")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished(row));
    }

    private static @Nullable Instant finished(ResultSet row) throws SQLException {
        OffsetDateTime moment = row.getObject("finished_at", OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
