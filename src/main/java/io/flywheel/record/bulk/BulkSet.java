package io.flywheel.record.bulk;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.Page;
import io.flywheel.query.Queries;
import io.flywheel.query.Selection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which records a job is about: fixed when it starts, so that what it changes cannot move in or out of the set. */
@Component
class BulkSet {
    static final int PORTION = 500;

    private final Database database;
    private final Queries queries;

    BulkSet(Database database, Queries queries) {
        this.database = database;
        this.queries = queries;
    }

    /** Records chosen one by one. */
    void put(Connection connection, Workspace workspace, UUID job, List<UUID> ids) throws SQLException {
        for (int first = 0; first < ids.size(); first += PORTION) {
            add(connection, workspace, job, first, ids.subList(first, Math.min(ids.size(), first + PORTION)));
        }
    }

    private static void add(Connection connection, Workspace workspace, UUID job, int first, List<UUID> ids)
            throws SQLException {
        Sql.of(
                        "insert into " + BulkJobs.table(workspace, "sys_bulk_record") + " values (?, ?, ?)",
                        job,
                        first,
                        ids.toArray(UUID[]::new))
                .run(connection);
    }

    /** How many records that the actor sees meet the condition. */
    int count(Actor actor, String object, @Nullable String where) {
        Selection asked = new Selection(object, where, List.of(), List.of("id"), 1, null, Selection.Count.EXACT);
        Long count = queries.select(actor, asked).count();
        return count == null ? 0 : Math.toIntExact(count);
    }

    /**
     * Page by page by their ids; after a kill it goes on behind the last page that was kept.
     *
     * @return how many there are
     */
    int gather(Actor actor, BulkJob job) {
        String cursor = job.gathering().cursor();
        int total = cursor == null ? 0 : job.counts().total();
        boolean open = job.gathering().open();
        while (open) {
            Page page = queries.select(
                    actor,
                    new Selection(
                            job.wish().object(),
                            job.wish().where(),
                            List.of(),
                            List.of("id"),
                            PORTION,
                            cursor,
                            Selection.Count.NONE));
            List<UUID> ids = page.records().stream()
                    .map(record -> UUID.fromString(String.valueOf(record.get("id"))))
                    .toList();
            keep(actor.workspace(), job.id(), total, ids, cursor, page.next());
            total += ids.size();
            cursor = page.next();
            open = cursor != null;
        }
        return total;
    }

    private void keep(
            Workspace workspace, UUID job, int first, List<UUID> ids, @Nullable String before, @Nullable String after) {
        database.transaction(workspace, connection -> {
            int moved = Sql.of(
                            "update " + BulkJobs.table(workspace) + " set gathered = ?, gathering = ?, total = ?"
                                    + " where id = ? and state = 'running' and gathering"
                                    + " and gathered is not distinct from ?",
                            after,
                            after != null,
                            first + ids.size(),
                            job,
                            before)
                    .run(connection);
            BulkJobs.insist(moved);
            if (!ids.isEmpty()) {
                add(connection, workspace, job, first, ids);
            }
            return moved;
        });
    }

    /** At most so many of the set, from a mark on. */
    List<UUID> slice(Workspace workspace, UUID job, int mark, int most) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select ids[? - first + 1 : ? - first + ?] from "
                                        + BulkJobs.table(workspace, "sys_bulk_record")
                                        + " where bulk = ? and first <= ? order by first desc limit 1",
                                mark,
                                mark,
                                most,
                                job,
                                mark)
                        .first(
                                connection,
                                row -> List.of((UUID[]) row.getArray(1).getArray()))
                        .orElse(List.of()));
    }

    /** Forgets sets that are too old to be taken back. */
    void forget(Connection connection, Workspace workspace, java.time.Instant before) throws SQLException {
        Sql.of(
                        "delete from " + BulkJobs.table(workspace, "sys_bulk_record")
                                + " where bulk in (select id from "
                                + BulkJobs.table(workspace) + " where created_at < ? and state not in"
                                + " ('queued', 'running', 'undoing'))",
                        before)
                .run(connection);
    }
}
