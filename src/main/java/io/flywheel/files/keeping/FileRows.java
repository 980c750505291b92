package io.flywheel.files.keeping;

import io.flywheel.database.Sql;
import io.flywheel.files.KeptFile;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements on the tables of files. */
final class FileRows {
    private static final String COLUMNS =
            "id, object, record, name, type, size, sha256, member, created_at, deleted_at";

    private final String files;
    private final String contents;

    FileRows(Workspace workspace) {
        this.files = '"' + workspace.schema() + "\".sys_file";
        this.contents = '"' + workspace.schema() + "\".sys_file_content";
    }

    List<KeptFile> of(Connection connection, String object, UUID record, int most) throws SQLException {
        return Sql.of(
                        "select " + COLUMNS + " from " + files
                                + " where record = ? and object = ? and deleted_at is null"
                                + " order by created_at desc, id desc limit ?",
                        record,
                        object,
                        most)
                .list(connection, FileRows::file);
    }

    Optional<KeptFile> find(Connection connection, UUID id) throws SQLException {
        return Sql.of("select " + COLUMNS + " from " + files + " where id = ?", id)
                .first(connection, FileRows::file);
    }

    int count(Connection connection, String object, UUID record) throws SQLException {
        return Sql.of(
                        "select count(*) from " + files + " where record = ? and object = ? and deleted_at is null",
                        record,
                        object)
                .first(connection, row -> row.getInt(1))
                .orElse(0);
    }

    void add(Connection connection, KeptFile file) throws SQLException {
        Sql.of(
                        "insert into " + files + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
                        file.id(),
                        file.object(),
                        file.record(),
                        file.name(),
                        file.type(),
                        file.size(),
                        file.sha256(),
                        file.member(),
                        file.createdAt())
                .run(connection);
    }

    /** @return whether it was there */
    boolean remove(Connection connection, UUID id, Instant now) throws SQLException {
        return Sql.of("update " + files + " set deleted_at = ? where id = ? and deleted_at is null", now, id)
                        .run(connection)
                == 1;
    }

    /** @return whether it had been removed */
    boolean restore(Connection connection, UUID id) throws SQLException {
        return Sql.of("update " + files + " set deleted_at = null where id = ? and deleted_at is not null", id)
                        .run(connection)
                == 1;
    }

    /** Bytes in the store. */
    long used(Connection connection) throws SQLException {
        return Sql.of("select coalesce(sum(size), 0) from " + contents)
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
    }

    /** From now on the sweep leaves the content alone for a day; waits for a sweep that is just taking it. */
    void claim(Connection connection, String sha256, long size, Instant now) throws SQLException {
        Sql.of(
                        "insert into " + contents + " (sha256, size, claimed_at) values (?, ?, ?)"
                                + " on conflict (sha256) do update set claimed_at = excluded.claimed_at",
                        sha256,
                        size,
                        now)
                .run(connection);
    }

    void forget(Connection connection, Instant removedBefore) throws SQLException {
        Sql.of("delete from " + files + " where deleted_at < ?", removedBefore).run(connection);
    }

    List<String> orphans(Connection connection, Instant claimedBefore, int most) throws SQLException {
        return Sql.of("select c.sha256 from " + contents + " c where " + orphan() + " limit ?", claimedBefore, most)
                .list(connection, row -> row.getString(1));
    }

    /** @return whether nobody held it even now */
    boolean dropContent(Connection connection, String sha256, Instant claimedBefore) throws SQLException {
        return Sql.of("delete from " + contents + " c where " + orphan() + " and c.sha256 = ?", claimedBefore, sha256)
                        .run(connection)
                == 1;
    }

    private String orphan() {
        return "c.claimed_at < ? and not exists (select 1 from " + files + " f where f.sha256 = c.sha256)";
    }

    private static KeptFile file(ResultSet row) throws SQLException {
        OffsetDateTime deleted = row.getObject(10, OffsetDateTime.class);
        return new KeptFile(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                deleted == null ? null : deleted.toInstant());
    }
}
